"""Why an expression has no value; what is merely not known is no error."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.hcl.tree import Node


class EvaluationError(Exception):
    """Terraform would refuse this too; `try` and `can` catch it, as they do there."""

    def __init__(self, message: str, node: Node | None = None, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.node = node  # None: where the call stands
        self.hint = hint


class UndeclaredError(EvaluationError):
    """A reference to what nobody declares: Terraform looks for these first, so that not even `try` catches it."""


class TooMuchError(Exception):
    """Evaluating this takes more than any configuration needs; `try` does not catch it."""

    def __init__(self, message: str, node: Node | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.node = node
