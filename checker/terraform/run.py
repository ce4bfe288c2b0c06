"""What the modules of one configuration share while it is evaluated."""

from __future__ import annotations

import json
import os
import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from checker.hcl import HclError, Source, read_sources
from checker.terraform.budget import Budget
from checker.terraform.declarations import Declarations, read_declarations
from checker.terraform.errors import EvaluationError
from checker.terraform.notes import Notes
from checker.terraform.types import STRING
from checker.terraform.values import Value, string, unknown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from checker.hcl.tree import File, Node

MOST_INSTANCES = 10_000  # of one resource or module
MOST_RESOURCES = 100_000  # of one configuration


@dataclass(slots=True)
class Run:
    """One evaluation of one root module."""

    root: Path
    shown: str  # how the user calls the folder
    cache: Path | None
    workspace: str | None = None  # None: not known
    notes: Notes = field(default_factory=Notes)
    remarks: Notes = field(default_factory=Notes)  # what was not looked at, though nothing is wrong
    budget: Budget = field(default_factory=Budget)
    called: set[Path] = field(default_factory=set)  # folders of modules that are called
    files: dict[str, File] = field(default_factory=dict)  # that were read, but for those of others
    _declared: dict[Path, Declarations] = field(default_factory=dict)
    _stack: list[str] = field(default_factory=list)
    _installed: dict[str, Path] | None = None

    @property
    def workspace_value(self) -> Value:
        """`terraform.workspace`."""
        return unknown(STRING) if self.workspace is None else string(self.workspace)

    def declarations(self, folder: Path) -> Declarations:
        """What the module in this folder declares; read once."""
        folder = folder.resolve()
        if folder not in self._declared:
            self._declared[folder] = read_declarations(folder, self.file(folder), self.notes, self._read)
        return self._declared[folder]

    def _read(self, paths: Sequence[Path]) -> Iterator[tuple[Path, Source | HclError | OSError]]:
        for path, source in read_sources(paths, self.cache):
            if isinstance(source, Source) and not self.is_fetched(path):
                self.files[self.file(path)] = source.tree
            yield path, source

    def is_fetched(self, path: Path) -> bool:
        """Whether `terraform init` put a file there: others wrote it."""
        return path.resolve().is_relative_to(self.root.resolve() / ".terraform")

    def file(self, path: Path) -> str:
        """A path as the user would write it."""
        below = os.path.relpath(path.resolve(), self.root.resolve())
        return posixpath.normpath(f"{self.shown}/{below}".replace("\\", "/"))

    def installed(self, key: str) -> Path | None:
        """Where `terraform init` put the module that is called by this chain of names; None: it did not."""
        if self._installed is None:
            self._installed = dict(_manifest(self.root))
        return self._installed.get(key)

    def once(self, name: str, kept: dict[str, Any], key: str, make: Callable[[], Any], node: Node | None = None) -> Any:
        """What `make` returns, made once; what needs itself is refused."""
        if key in kept:
            return kept[key]
        if name in self._stack:
            around = " → ".join((*self._stack[self._stack.index(name) :], name))
            raise EvaluationError(f"a cycle: {around}", node)
        self._stack.append(name)
        try:
            kept[key] = make()
        finally:
            self._stack.pop()
        return kept[key]


def _manifest(root: Path) -> list[tuple[str, Path]]:
    try:
        tree = json.loads((root / ".terraform/modules/modules.json").read_bytes())
        return [(str(each["Key"]), root / str(each["Dir"])) for each in tree["Modules"] if each.get("Key")]
    except (OSError, ValueError, KeyError, TypeError):
        return []
