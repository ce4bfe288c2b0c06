"""What names mean where an expression stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from checker.terraform.budget import Budget
    from checker.terraform.values import Value

ITEM = "*"  # the name of a splat's item, which no expression can write


class Namespace(Protocol):
    """Something whose parts are evaluated one by one, when they are asked for: `local`, `module.m`."""

    def attribute(self, name: str) -> Value | Namespace:
        """What `.name` means. Raises `EvaluationError`."""

    def index(self, key: Value) -> Value | Namespace:
        """What `[key]` means. Raises `EvaluationError`."""

    def value(self) -> Value:
        """All of it, as one value."""


class Root(Protocol):
    """A module, as expressions in it see it."""

    budget: Budget
    folder: Path  # of the module
    root_folder: Path  # of the root module

    def name(self, name: str) -> Value | Namespace:
        """What a reference that begins with this name goes into. Raises `EvaluationError`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A module, and the names that only hold here: of a for, of a dynamic block, each and count."""

    module: Root
    names: dict[str, Value] = field(default_factory=dict)

    def with_names(self, /, **names: Value) -> Scope:
        """The same with these names, which hide others."""
        return replace(self, names=self.names | names)
