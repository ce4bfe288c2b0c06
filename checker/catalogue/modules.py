"""What policy folders hold: Rego modules, which need one another, and data files."""

from __future__ import annotations

import os
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from checker.catalogue.index import outline_of
from checker.catalogue.metadata import metadata_of, package_of
from checker.catalogue.references import References, paths_in, reached
from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from checker.catalogue.index import Outline

_MODULE = ".rego"
_TEST = "_test.rego"
_DATA_FILE = "data.json"


class Module(Struct, frozen=True, kw_only=True):
    """One Rego file."""

    file: str  # with / as separator
    text: str
    package: str
    is_shipped: bool
    outline: Outline | None = None  # None: what it says about itself has to be read

    @property
    def is_test(self) -> bool:
        """Whether it holds tests, which no check evaluates."""
        return self.file.endswith(_TEST)

    @property
    def references(self) -> tuple[str, ...]:
        """The paths below `data` that it names."""
        return self.outline.references if self.outline else paths_in(self.text)

    @property
    def metadata(self) -> tuple[dict[str, Any], int] | None:
        """Its METADATA and the line on which they begin; None where it has none. Raises `MetadataError`."""
        if self.outline is None:
            return metadata_of(self.text)
        return None if self.outline.metadata is None else (self.outline.metadata, self.outline.line)


class Library(Struct, frozen=True, kw_only=True):
    """The modules and data of all policy folders."""

    modules: tuple[Module, ...]
    data: Mapping[str, Any]

    def needs(self, packages: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each package the files it needs to be evaluated: its own, then those it refers to, all the way."""
        by_package: dict[str, list[Module]] = {}
        for module in self.modules:
            if not module.is_test:
                by_package.setdefault(module.package, []).append(module)
        references = References(by_package)

        @cache
        def direct(package: str) -> list[str]:
            return [name for module in by_package[package] for name in references.of(module.references)]

        return {
            package: tuple(module.file for name in reached(package, direct) for module in by_package[name])
            for package in packages
        }

    def needed_by(self, modules: Collection[Module]) -> tuple[Module, ...]:
        """The modules, tests aside, that these refer to, all the way, beside themselves."""
        references = References(module.package for module in self.modules if not module.is_test)
        referred = {name for module in modules for name in references.of(module.references)}
        files = {file for needed in self.needs(sorted(referred)).values() for file in needed}
        files -= {module.file for module in modules}
        return tuple(module for module in self.modules if module.file in files)


def read_library(folders: Sequence[tuple[Path, bool]]) -> Library:
    """Read policy folders, each with whether tfcheck ships it. Raises `UsageError`.

    The tests of the shipped policies are left out: they are half of all text, and `tfcheck test`
    names the folder to test itself.
    """
    modules: dict[str, Module] = {}
    data: dict[str, Any] = {}
    for folder, is_shipped in folders:
        files = _files(folder)
        if not any(path.endswith(_MODULE) for path in files.values()):
            raise UsageError(
                f"{folder.as_posix()}: no policies in this folder",
                "a policy is a .rego file with METADATA: see docs/writing-policies.md",
            )
        for identity, path in files.items():
            if path.endswith(_MODULE):
                if identity not in modules and not (is_shipped and path.endswith(_TEST)):
                    modules[identity] = _module(path, is_shipped=is_shipped)
            elif (file := Path(path)).name == _DATA_FILE:
                _merge(data, _data_file(file, folder), file)
    return Library(modules=tuple(modules.values()), data=data)


def _files(folder: Path) -> dict[str, str]:
    """All files below it, by their real paths: it may be named twice, or lie in another folder that is named.

    Raises `UsageError` where one of the folders cannot be read.
    """
    if not folder.is_dir():
        problem = "not a folder" if folder.exists() else "no such folder"
        raise UsageError(f"{folder.as_posix()}: {problem}", "name a folder with policies: --policy DIR")
    files: dict[str, str] = {}
    top, real_top = os.fspath(folder), os.path.realpath(folder)
    waiting = [top]
    while waiting:  # os.walk, which does more, takes half as long again
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    path = entry.path
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    elif entry.is_symlink():
                        files |= {} if entry.is_dir() else {os.path.realpath(path): path}
                    else:
                        files[real_top + path[len(top) :]] = path
        except OSError as error:
            message = f"{error.filename}: cannot be read: {error.strerror}"
            raise UsageError(message, "check its permissions") from error
    return dict(sorted(files.items(), key=itemgetter(1)))


def _module(path: str, *, is_shipped: bool) -> Module:
    file = path.replace(os.sep, "/").removeprefix("./")
    try:
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - this is done for each of some hundred files
            content = stream.read()
        text = content.decode().removeprefix("\ufeff")  # the engine takes no byte order mark
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read: {error}", "policies are UTF-8 text") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    outline = outline_of(content) if is_shipped else None
    package = outline.package if outline else package_of(text) or ""
    return Module(file=file, text=text, package=package, is_shipped=is_shipped, outline=outline)


def _data_file(path: Path, folder: Path) -> dict[str, Any]:
    """A data file's content below the path of its folder, as `opa eval -d FOLDER` puts it."""
    try:
        tree: Any = msgspec.json.decode(path.read_bytes().removeprefix(b"\xef\xbb\xbf"))  # a byte order mark
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path.as_posix()}: not valid JSON: {error}", "mend the file or remove it") from error
    for name in reversed(path.relative_to(folder).parent.parts):
        tree = {name: tree}
    if not isinstance(tree, dict):
        raise UsageError(f"{path.as_posix()}: not an object", "data.json holds an object")
    return tree


def _merge(into: dict[str, Any], tree: Mapping[str, Any], path: Path) -> None:
    for name, value in tree.items():
        present = into.get(name)
        if isinstance(present, dict) and isinstance(value, dict):
            _merge(present, value, path)
        elif name in into and present != value:
            raise UsageError(f"{path.as_posix()}: data {name!r} is already given by another file", "rename one of them")
        else:
            into[name] = value
