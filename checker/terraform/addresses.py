"""Writes the keys of instances as addresses have them."""

from __future__ import annotations

import re

_KEY = re.compile(r'\[(?:\*|[0-9]+|"(?:[^"\\]|\\.)*")\]')


def suffix(key: str | int | None) -> str:
    """How an address writes the key of an instance."""
    if key is None:
        return ""
    if isinstance(key, int):
        return f"[{key}]"
    escaped = (
        key.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    )
    return f'["{escaped.replace("${", "$${").replace("%{", "%%{")}"]'


def without_keys(address: str) -> str:
    """The address of what is declared, whichever its instances."""
    return _KEY.sub("", address)


def same_key(key: object, other: object) -> bool:
    """Whether two keys mean the same instance: one may be a number, and the other its text."""
    return key == other or (isinstance(key, str) != isinstance(other, str) and str(key) == str(other))
