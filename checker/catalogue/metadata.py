"""Reads the METADATA of a Rego module from its comments.

Annotations: https://www.openpolicyagent.org/docs/policy-language#metadata. They are read here and
not by the engine, because the embedded engine does not offer them to policies.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from checker.errors import TfcheckError

if TYPE_CHECKING:
    from collections.abc import Callable

_PACKAGE = re.compile(r"^package[ \t]+([A-Za-z0-9_.\[\]\"-]+)", re.MULTILINE)
_BLOCK = re.compile(r"^# METADATA[ \t]*\n((?:#.*\n)+)\s*(?=^package\b)", re.MULTILINE)


class MetadataError(TfcheckError):
    """The METADATA of a module is not what the METADATA of a policy is."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message, "docs/writing-policies.md shows what belongs there")
        self.line = line  # in the module, from 1


def package_of(text: str) -> str | None:
    """The package that a module declares; None where it declares none."""
    found = _PACKAGE.search(text)
    return found[1] if found else None


def metadata_of(text: str) -> tuple[dict[str, Any], int] | None:
    """The METADATA before `package` and the line on which it begins; None where there is none.

    Raises `MetadataError`.
    """
    found = _BLOCK.search(text)
    if found is None:
        return None
    line = text.count("\n", 0, found.start()) + 1
    yaml_text = "\n".join(_uncommented(comment) for comment in found[1].splitlines())
    try:
        tree = _load()(yaml_text)
    except ValueError as error:
        raise MetadataError(f"METADATA is not YAML: {error}", line) from error
    if not isinstance(tree, dict):
        raise MetadataError("METADATA is not an object", line)
    return tree, line


def _uncommented(comment: str) -> str:
    return comment[2:] if comment.startswith("# ") else comment[1:]


@cache
def _load() -> Callable[[str], Any]:
    import yaml  # noqa: PLC0415 - 15 ms, which a run without METADATA to read need not pay

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

    def load(text: str) -> Any:
        try:
            return yaml.load(text, Loader=loader)  # noqa: S506 - a safe loader, in C where there is one
        except yaml.YAMLError as error:
            raise ValueError(str(error)) from error

    return load
