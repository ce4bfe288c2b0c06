"""How places are written in SARIF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from checker.reporters.places import slashed

if TYPE_CHECKING:
    from checker.model import Location

_DRIVE = re.compile(r"[A-Za-z]:/")
_UNRESERVED = "/-._~!$&'()*+,;=@"


def uri(file: str) -> str:
    """As RFC 3986 has it: relative as it was given, or with the scheme `file`."""
    path = slashed(file)
    if path.startswith("/"):
        return f"file://{_quoted(path)}"
    return f"file:///{path[:2]}{_quoted(path[2:])}" if _DRIVE.match(path) else _quoted(path)


def physical(location: Location) -> dict[str, Any]:
    """The file, and the region if a line is known: never a stand-in."""
    found: dict[str, Any] = {"artifactLocation": {"uri": uri(location.file)}}
    if location.line is not None:
        found["region"] = {"startLine": location.line}
        if location.column is not None:
            found["region"]["startColumn"] = location.column
    return found


def _quoted(path: str) -> str:
    try:
        name = path.encode(errors="surrogateescape")  # the bytes that the file has for a name
    except UnicodeEncodeError:
        name = path.encode(errors="backslashreplace")
    return quote(name, safe=_UNRESERVED)
