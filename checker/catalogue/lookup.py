"""Finds one policy by a name that the user gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Collection

    from checker.model import Policy


def policy_named(name: str, policies: Collection[Policy]) -> Policy:
    """The policy with this id or former id, in capitals or not. Raises `UsageError` with the nearest ids."""
    named = {each: policy for policy in policies for each in policy.names}
    wanted = name.upper()
    if wanted in named:
        return named[wanted]
    from difflib import get_close_matches  # noqa: PLC0415 - 2 ms that only a mistake need pay

    close = get_close_matches(wanted, sorted(named), n=3, cutoff=0.5)
    hint = f"did you mean {' or '.join(close)}?" if close else "tfcheck policies list shows what there is"
    raise UsageError(f"no policy {name}", hint)
