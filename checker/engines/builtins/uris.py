"""`uri.parse` and `uri.is_valid`, for the URIs of which the answer is the same by every reading of RFC 3986."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote, unquote

from checker.engines.builtins.arguments import text

_CHARACTER = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})"
_PLAIN = "-_.~$&+,/:;=@"  # what Go writes unescaped in a path
_URI = re.compile(
    rf"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?=/))?"
    rf"(?://(?:[A-Za-z0-9._~-]+(?::[A-Za-z0-9._~-]*)?@)?"
    rf"(?:(?P<hostname>[A-Za-z0-9.-]+)|\[(?P<ipv6>[0-9A-Fa-f:]+)\])(?::(?P<port>[0-9]*))?(?=[/?#]|$))?"
    rf"(?P<raw_path>(?:/{_CHARACTER}*)*)"
    rf"(?:\?(?P<raw_query>(?:{_CHARACTER}|[/?])*))?"
    rf"(?:#(?P<fragment>(?:{_CHARACTER}|[/?])*))?"
)


def parse(uri: Any) -> dict[str, str]:
    """The parts of a URI that are not empty."""
    parts = _parts(uri)
    parts["hostname"] = parts["hostname"] or parts.pop("ipv6")
    parts["scheme"] = (parts["scheme"] or "").lower()
    given = parts["raw_path"] or ""
    parts["path"] = unquote(given)
    if quote(unquote(given), safe=_PLAIN) == given:  # Go keeps the path as given only where it would write another
        parts["raw_path"] = parts["path"]
    parts["fragment"] = unquote(parts["fragment"] or "")
    return {name: part for name, part in parts.items() if part}


def is_valid(uri: Any) -> bool:
    """Whether it is a URI; the empty string is none."""
    return text(uri) != "" and bool(_parts(uri))


def _parts(uri: Any) -> dict[str, str | None]:
    found = _URI.fullmatch(text(uri))
    if found is None:
        raise ValueError(f"takes URIs with a host or an absolute path, and characters of RFC 3986, not {uri!r}")
    return found.groupdict()
