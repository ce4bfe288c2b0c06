"""Tells what text without quotes means to the Databricks CLI.

Go's yaml.v3 decides what is a number (https://github.com/go-yaml/yaml/blob/v3/resolve.go), and the CLI which one
(`loadScalar` in libs/dyn/yamlloader/loader.go): whole numbers are decimal where they can be, so that 010 is ten,
though yaml.v3 itself would say eight.
"""

from __future__ import annotations

import re
from math import isinf

from checker.yaml_scalars import WORDS

_INTEGER = re.compile(r"[-+]?[0-9][0-9A-Za-z_]*")
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"([-+]?)0((?:_?[0-7])+)")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_NONE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_SEPARATED = re.compile(r"(?:[^_]|(?<=[0-9])_(?=[0-9]))*")
_UNREADABLE = "a number that the Databricks CLI cannot read"
_LARGEST, _LARGEST_UNSIGNED = 1 << 63, 1 << 64


class ScalarError(Exception):
    """Text that is a number to yaml.v3, and that no resource can have."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def meaning(text: str) -> str | float | bool | None:
    """The value of text without quotes; words of YAML 1.1, such as `on`, and dates are text. Raises `ScalarError`."""
    if text in WORDS:
        return WORDS[text]
    if text[0] not in "+-.0123456789":
        return text
    if _NONE.fullmatch(text):
        raise ScalarError("a number that is infinite, or none")
    plain = text.replace("_", "")
    whole = None if text[0] == "." else _based(plain)
    if whole is not None and -_LARGEST <= whole < _LARGEST_UNSIGNED:
        return _whole(text)
    if not _NUMBER.fullmatch(plain) or isinf(value := float(plain)):
        return text
    if _SEPARATED.fullmatch(text):
        return value
    if text[0] == ".":
        return text
    raise ScalarError(_UNREADABLE)


def _whole(text: str) -> int:
    """The number that the CLI reads: decimal if it can be, whatever zeros stand before it."""
    value = int(text) if _DECIMAL.fullmatch(text) and text.strip("0") else _based(text)
    if value is None or not -_LARGEST <= value < _LARGEST:
        raise ScalarError(_UNREADABLE)
    return value


def _based(text: str) -> int | None:
    """The number as Go writes it: 0x1F, 0o17, 0b11, 017; None where it is none."""
    if not _INTEGER.fullmatch(text):
        return None
    if octal := _OCTAL.fullmatch(text):
        return int(octal[1] + octal[2].replace("_", ""), 8)
    try:
        return int(text, 0)
    except ValueError:
        return None
