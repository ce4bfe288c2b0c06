"""Says what the resources and calls of a module know of the instance of it that they stand in."""

from __future__ import annotations

import os
import posixpath
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

from checker.terraform.scope import Scope
from checker.terraform.trying import Trying

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checker.terraform.declarations import Declarations
    from checker.terraform.run import Run
    from checker.terraform.scope import Namespace


class Frame(ABC):
    """An instance of a module, seen from inside."""

    def __init__(self, run: Run, folder: Path, address: str, parent: Frame | None) -> None:
        self.run = run
        self.folder = folder
        self.address = address  # "": the root module
        self.parent = parent  # None: the root module
        self.declared: Declarations = run.declarations(folder)
        self.budget = run.budget
        self.root_folder = run.root
        self.scope = Scope(self)
        self._kept: dict[str, Any] = {}

    @abstractmethod
    def name(self, name: str) -> Namespace:
        """What references that begin so go into."""

    @property
    def relative_folder(self) -> str:
        """Where it lies, from the root module."""
        return posixpath.normpath(os.path.relpath(self.folder.resolve(), self.run.root.resolve()).replace("\\", "/"))

    def trying(self, file: str) -> Trying:
        """What evaluates the expressions of one of its files."""
        return Trying(self.run.notes, file)

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` returns, made once; a cycle is an `EvaluationError`."""
        shown = f"{self.address}.{name}" if self.address else name
        return self.run.once(shown, self._kept, f"\0{name}", make)
