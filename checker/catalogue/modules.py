"""What policy folders hold: Rego modules, which need one another, and data files."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker.catalogue.metadata import package_of
from checker.catalogue.references import References, reached
from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

_TEST = "_test.rego"
_DATA_FILE = "data.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """One Rego file."""

    file: str  # with / as separator
    text: str
    package: str
    is_shipped: bool

    @property
    def is_test(self) -> bool:
        """Whether it holds tests, which no check evaluates."""
        return self.file.endswith(_TEST)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
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
            return [name for module in by_package[package] for name in references.of(module.text)]

        return {
            package: tuple(module.file for name in reached(package, direct) for module in by_package[name])
            for package in packages
        }

    def needed_by(self, modules: Collection[Module]) -> tuple[Module, ...]:
        """The modules, tests aside, that these refer to, all the way, beside themselves."""
        references = References(module.package for module in self.modules if not module.is_test)
        referred = {name for module in modules for name in references.of(module.text)}
        files = {file for needed in self.needs(sorted(referred)).values() for file in needed}
        files -= {module.file for module in modules}
        return tuple(module for module in self.modules if module.file in files)


def read_library(folders: Sequence[tuple[Path, bool]]) -> Library:
    """Read policy folders, each with whether tfcheck ships it. Raises `UsageError`.

    The tests of the shipped policies are left out: they are half of all text, and `tfcheck test`
    names the folder to test itself.
    """
    modules: dict[str, Module] = {}
    # A file is known by its real path: a folder may be named twice, or lie in another one that is named.
    identity = os.path.realpath if len(folders) > 1 else os.fspath
    data: dict[str, Any] = {}
    for folder, is_shipped in folders:
        files = _files(folder)
        if not any(path.suffix == ".rego" for path in files):
            raise UsageError(
                f"{folder.as_posix()}: no policies in this folder",
                "a policy is a .rego file with METADATA: see docs/writing-policies.md",
            )
        for path in files:
            if path.suffix == ".rego":
                if not (is_shipped and path.name.endswith(_TEST)):
                    modules.setdefault(identity(path), _module(path, is_shipped=is_shipped))
            elif path.name == _DATA_FILE:
                _merge(data, _data_file(path, folder), path)
    return Library(modules=tuple(modules.values()), data=data)


def _files(folder: Path) -> list[Path]:
    """All files below it. Raises `UsageError` where one of the folders cannot be read."""
    if not folder.is_dir():
        problem = "not a folder" if folder.exists() else "no such folder"
        raise UsageError(f"{folder.as_posix()}: {problem}", "name a folder with policies: --policy DIR")
    files: list[Path] = []
    for root, _, names in os.walk(folder, onerror=_refuse):
        files += (Path(root, name) for name in names)
    return sorted(files)


def _refuse(error: OSError) -> None:
    raise UsageError(f"{error.filename}: cannot be read: {error.strerror}", "check its permissions") from error


def _module(path: Path, *, is_shipped: bool) -> Module:
    file = path.as_posix()
    try:
        text = path.read_text(encoding="utf-8-sig")  # the engine takes no byte order mark
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: cannot be read: {error}", "policies are UTF-8 text") from error
    return Module(file=file, text=text, package=package_of(text) or "", is_shipped=is_shipped)


def _data_file(path: Path, folder: Path) -> dict[str, Any]:
    """A data file's content below the path of its folder, as `opa eval -d FOLDER` puts it."""
    try:
        tree: Any = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
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
