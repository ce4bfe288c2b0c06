"""Which files a run looks at: those named, then the plans and states in the folders named."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STDIN = "-"
_ENDINGS = (".json", ".tfstate", ".json.gz", ".tfstate.gz")
_BUNDLES = ("databricks.yml", "databricks.yaml", "bundle.yml", "bundle.yaml")  # as the Databricks CLI looks for them
_NOT_SEARCHED = frozenset({"node_modules", "__pycache__"})  # and hidden folders, such as .git and .terraform


class Input(Struct, frozen=True, kw_only=True):
    """One file to look at."""

    file: str
    is_searched: bool  # found in a folder: it may well be something else than a plan or a state

    def is_in(self, folder: str) -> bool:
        """Whether it lies in this folder or below."""
        return self.file != _STDIN and Path(self.file).absolute().is_relative_to(Path(folder).absolute())


class Inputs(Struct, frozen=True, kw_only=True):
    """What the user named, searched."""

    files: tuple[Input, ...]  # in the order given, each once, however it is spelt
    folders: tuple[str, ...]  # those that were searched


def find_inputs(names: Iterable[str]) -> Inputs:
    """The files that these names mean. Raises `UsageError` for an empty name and a folder that cannot be searched."""
    found: dict[str, Input] = {}
    folders = []
    for name in names:
        if not name:
            raise UsageError("an empty file name", "a variable of your script may not be set")
        if name != _STDIN and Path(name).is_dir():
            folders.append(name)
            for file in _search(name):
                found.setdefault(_identity(file), Input(file=file, is_searched=True))
        else:
            name = _bundle_of(name)  # noqa: PLW2901 - a part of a bundle means the bundle
            before = found.get(_identity(name))
            found[_identity(name)] = Input(file=before.file if before else name, is_searched=False)
    return Inputs(files=tuple(found.values()), folders=tuple(dict.fromkeys(folders)))


def _identity(file: str) -> str:
    return file if file == _STDIN else os.path.realpath(file)


def _search(folder: str) -> Iterator[str]:
    for root, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_SEARCHED)
        yield from (Path(root, name).as_posix() for name in _BUNDLES if name in names)
        for name in sorted(names):
            if name.endswith(_ENDINGS) and not name.endswith(".tf.json"):
                yield Path(root, name).as_posix()


def _bundle_of(name: str) -> str:
    """The root of the bundle that a YAML file is a part of, as far as folders tell; else the file itself."""
    path = Path(name)
    if path.suffix not in (".yml", ".yaml") or path.name in _BUNDLES or not path.is_file():
        return name
    roots = (folder / root for folder in path.absolute().parents for root in _BUNDLES)
    root = next((root for root in roots if root.is_file()), None)
    return name if root is None else Path(os.path.relpath(root)).as_posix()


def _refuse(error: OSError) -> None:
    """What cannot be searched must not look as if it held nothing."""
    hint = "check its permissions, or name the files themselves"
    raise UsageError(f"{error.filename}: cannot be searched: {error.strerror}", hint) from error
