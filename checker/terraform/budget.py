"""Ends what would take too long or too much memory: an expression of one line may mean a billion values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.terraform.errors import TooMuchError

if TYPE_CHECKING:
    from checker.hcl.tree import Node

MOST_STEPS = 20_000_000
LONGEST_TEXT = 16 << 20  # characters of one string
MOST_ITEMS = 1_000_000  # of one collection


class Budget:
    """What evaluating one configuration may still cost."""

    __slots__ = ("_left",)

    def __init__(self, steps: int = MOST_STEPS) -> None:
        self._left = steps

    def spend(self, steps: int, node: Node | None = None) -> None:
        """Note work. Raises `TooMuchError`."""
        self._left -= steps
        if self._left < 0:
            raise TooMuchError("evaluating this configuration takes too long", node)

    def spend_text(self, length: int, node: Node | None = None) -> None:
        """Note a text that is made."""
        if length > LONGEST_TEXT:
            raise TooMuchError(f"a text of more than {LONGEST_TEXT:,} characters", node)
        self.spend(length >> 4, node)

    def spend_items(self, count: int, node: Node | None = None) -> None:
        """Note a collection that is made."""
        if count > MOST_ITEMS:
            raise TooMuchError(f"a collection of more than {MOST_ITEMS:,} items", node)
        self.spend(count, node)
