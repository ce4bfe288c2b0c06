"""`array.flatten` and `strings.split_n`."""

from __future__ import annotations

from typing import Any

from checker.engines.builtins.arguments import text, whole_number


def flatten(array: Any) -> list[Any]:
    """The items, and the items of those that are arrays themselves."""
    if not isinstance(array, list):
        raise ValueError(f"takes an array, not {array!r}")  # noqa: TRY004 - as in arguments.py
    flat: list[Any] = []
    for item in array:
        if isinstance(item, list):
            flat += item
        else:
            flat.append(item)
    return flat


def split_n(value: Any, delimiter: Any, count: Any) -> list[str]:
    """The first `count` parts; where it is negative, the last ones."""
    whole, number = text(value), whole_number(count)
    parts = whole.split(delimiter) if text(delimiter) else list(whole)
    if number >= 0:
        return parts[:number]
    return parts[number:]
