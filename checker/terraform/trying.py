"""Evaluates so that one thing that goes wrong stays one: it is noted with its place, and unknown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.terraform.errors import EvaluationError, TooMuchError
from checker.terraform.evaluation import evaluate
from checker.terraform.values import ANYTHING, Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.hcl.tree import Expression, Node
    from checker.terraform.notes import Notes
    from checker.terraform.scope import Scope


@dataclass(frozen=True, slots=True)
class Trying:
    """For the expressions of one file."""

    notes: Notes
    file: str

    def evaluate(self, node: Expression, scope: Scope) -> Value:
        """The value of an expression."""
        return self.run(lambda: evaluate(node, scope), node)

    def run(self, make: Callable[[], Value], node: Node) -> Value:
        """What `make` returns."""
        try:
            return make()
        except EvaluationError as error:
            self.notes.add(error.message, self.file, error.node or node, error.hint)
        except TooMuchError as error:
            self.notes.add(error.message, self.file, error.node or node, "it would fill the memory, or never end")
        except RecursionError:
            self.notes.add("nested too deeply", self.file, node, "split it into several locals")
        return ANYTHING

    def note(self, message: str, node: Node, hint: str = "") -> None:
        """Note what is wrong at a place."""
        self.notes.add(message, self.file, node, hint)
