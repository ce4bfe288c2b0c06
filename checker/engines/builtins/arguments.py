"""What functions require of their arguments."""

from __future__ import annotations

from typing import Any


def text(value: Any) -> str:
    """The argument, which must be a string."""
    if not isinstance(value, str):
        raise ValueError(f"takes a string, not {value!r}")  # noqa: TRY004 - the engine shows the type of the error
    return value


def whole_number(value: Any) -> int:
    """The argument, which must be an integer."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"takes an integer, not {value!r}")  # noqa: TRY004 - as above
    return value


class LackingError(ValueError):
    """OPA's function takes this, and the one here does not."""
