"""Which files a run looks at: those named, then the plans, states and root modules in the folders named."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_STDIN = "-"
_ENDINGS = (".json", ".tfstate", ".json.gz", ".tfstate.gz")
_BUNDLES = ("databricks.yml", "databricks.yaml", "bundle.yml", "bundle.yaml")  # as the Databricks CLI looks for them
_CONFIGURATION = (".tf", ".tf.json", ".tofu", ".tofu.json")
_GENERATED = "bundle.tf.json"  # by the Databricks CLI, of a bundle: judged as one
_SOURCE = re.compile(r'^[ \t]*"?source"?[ \t]*[=:][ \t]*"(\.\.?/[^"\n]*)"', re.MULTILINE)
_MOST_SEARCHED = 1 << 20  # bytes of a file
_NOT_SEARCHED = frozenset({"node_modules", "__pycache__"})  # and hidden folders, such as .git and .terraform


class Input(Struct, frozen=True, kw_only=True):
    """One file to look at."""

    file: str
    is_searched: bool  # found in a folder: it may well be something else than a plan or a state
    is_root_module: bool = False  # the file is a folder of configuration

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
            for folder in root_modules(name):
                found.setdefault(_identity(folder), Input(file=folder, is_searched=True, is_root_module=True))
        elif is_configuration(name) and name != _STDIN:
            folder = Path(name).parent.as_posix()
            found[_identity(folder)] = Input(file=folder, is_searched=False, is_root_module=True)
        else:
            name = _bundle_of(name)  # noqa: PLW2901 - a part of a bundle means the bundle
            before = found.get(_identity(name))
            found[_identity(name)] = Input(file=before.file if before else name, is_searched=False)
    return Inputs(files=tuple(found.values()), folders=tuple(dict.fromkeys(folders)))


def _identity(file: str) -> str:
    return file if file == _STDIN else os.path.realpath(file)


def _search(folder: str) -> Iterator[str]:
    for root, names in searched(folder):
        yield from (Path(root, name).as_posix() for name in _BUNDLES if name in names)
        for name in names:
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


def is_configuration(name: str) -> bool:
    """Whether a file of this name holds configuration."""
    file = Path(name).name
    return file.endswith(_CONFIGURATION) and not file.startswith((".", "#")) and file != _GENERATED


def root_modules(folder: str) -> list[str]:
    """The folders of configuration below, and this one, but for modules that others among them call."""
    found: dict[str, str] = {}
    called: set[str] = set()
    for root, names in searched(folder):
        files = [Path(root, name) for name in names if is_configuration(name)]
        if files:
            found[os.path.realpath(root)] = Path(root).as_posix()
            called.update(source for file in files for source in _called(file))
    return [shown for real, shown in found.items() if real not in called]


def _called(file: Path) -> Iterator[str]:
    """The folders of the modules that a file calls; what it says is read in earnest later."""
    try:
        text = file.read_bytes()[:_MOST_SEARCHED].decode(errors="replace")
    except OSError:
        return
    for match in _SOURCE.finditer(text):
        yield os.path.realpath(file.parent / match[1])


def searched(folder: str) -> Iterator[tuple[str, list[str]]]:
    """The folders below that are looked into, each with the names of its files."""
    for root, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_SEARCHED)
        yield root, sorted(names)


def _refuse(error: OSError) -> None:
    """What cannot be searched must not look as if it held nothing."""
    hint = "check its permissions, or name the files themselves"
    raise UsageError(f"{error.filename}: cannot be searched: {error.strerror}", hint) from error
