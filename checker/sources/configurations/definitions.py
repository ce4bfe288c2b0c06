"""Finds the block that defines a resource, in a root module or one that it calls, without evaluating anything."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from checker.hcl import HclError, Source, read_sources
from checker.hcl.tree import Literal
from checker.sources.configurations import hcl_remarks
from checker.sources.paths import module_steps, without_indexes
from checker.sources.remarks import MARK
from checker.terraform.declarations import configuration_files, read_declarations
from checker.terraform.notes import Notes
from checker.terraform.run import Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from checker.sources.remarks import Remarks
    from checker.terraform.declarations import Declarations, Declared

GENERATED = "bundle.tf.json"  # by the Databricks CLI: nobody wrote it
_SOURCE = re.compile(rb'^(?:[^#/\n]*[{,])?[ \t]*"?source"?[ \t]*[=:][ \t]*"(\.\.?/[^"\n]*)"', re.MULTILINE)
_KINDS = {"data": ("data", 2), "output": ("output", 1), "var": ("variable", 1), "check": ("check", 1)}


class Definition(NamedTuple):
    """Where a resource comes from."""

    declared: Declared
    is_call: bool  # the call of the module that defines it, which comes from elsewhere


class Definitions:
    """The blocks of a root module and of those that it calls; only files that name what is asked for are parsed."""

    def __init__(self, root: Path, shown: str, cache: Path | None) -> None:
        self._cache = cache
        self._run = Run(root=root, shown=shown, cache=cache)
        self._root = root.resolve()
        self._declared: dict[tuple[Path, str, tuple[str, ...]], Declared | None] = {}
        self._texts: dict[Path, bytes] = {}
        self._sources: dict[Path, Source | HclError | OSError] = {}
        self.unreadable: dict[str, HclError] = {}  # by file

    def of(self, address: str) -> Definition | None:
        """The block of a resource, output, variable or check. Raises `MissingExtraError`, `OSError`."""
        folder = self._root
        modules = module_steps(address)
        for step in modules:
            call = self._find(folder, "module", (step.partition("[")[0].removeprefix("module."),))
            source = call.body.attribute("source") if call else None
            if call is None or source is None or not isinstance(source.expression, Literal):
                return None
            if not str(source.expression.value).startswith(("./", "../")):
                return Definition(call, is_call=True)
            folder = (folder / str(source.expression.value)).resolve()
        found = self._find(folder, *_labels(address, len(modules)))
        return Definition(found, is_call=False) if found else None

    def remarks(self) -> Iterator[Remarks]:
        """What the comments in the root module, and in the modules that it calls by a path, say about findings."""
        for folder in self._folders():
            marked = [
                path
                for path in configuration_files(folder)
                if path.name != GENERATED and MARK in self._text(path).lower()
            ]
            for path, source in self._read_all(marked):
                if isinstance(source, Source):  # what cannot be read is told with the others
                    yield hcl_remarks.of_file(source.tree, self._run.file(path))

    def _folders(self) -> list[Path]:
        """The root module, and what its files and theirs name as a source; as text, for parsing takes longer."""
        found = [self._root]
        for folder in found:  # which grows
            for path in configuration_files(folder):
                sources = (folder / each[1].decode(errors="replace") for each in _SOURCE.finditer(self._text(path)))
                found += [each for source in sources if (each := source.resolve()).is_dir() and each not in found]
        return found

    def _find(self, folder: Path, type_: str, labels: tuple[str, ...]) -> Declared | None:
        key = (folder, type_, labels)
        if key not in self._declared:
            self._declared[key] = self._read(folder, labels).of(type_).get(labels) if folder.is_dir() else None
        return self._declared[key]

    def _read(self, folder: Path, labels: tuple[str, ...]) -> Declarations:
        """What the files that have these names in them declare."""
        names = [label.encode() for label in labels]

        def is_needed(path: Path) -> bool:
            return path.name != GENERATED and all(name in self._text(path) for name in names)

        return read_declarations(folder, self._run.file(folder), Notes(), self._read_all, is_needed)

    def _text(self, path: Path) -> bytes:
        if path not in self._texts:
            self._texts[path] = path.read_bytes()
        return self._texts[path]

    def _read_all(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Source | HclError | OSError]]:
        """Files, each parsed once; what cannot be parsed is remembered, for it may define what is not found."""
        for path, read in read_sources([path for path in paths if path not in self._sources], self._cache):
            self._sources[path] = read
            if isinstance(read, HclError):
                self.unreadable[self._run.file(path)] = read
        for path in paths:
            yield path, self._sources[path]


def _labels(address: str, modules: int) -> tuple[str, tuple[str, ...]]:
    """The type and the labels of the block that an address means."""
    steps = without_indexes(address).partition(" ")[0].split(".")[2 * modules :]  # " (deposed …)" is of no concern
    type_, count = _KINDS.get(steps[0], ("resource", 2))
    names = steps if type_ == "resource" else steps[1:]
    return type_, tuple(names[:count])
