"""Remembers the secrets of one document, and finds them where nobody marked them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from ahocorasick_rs import BytesAhoCorasick
from msgspec import Struct, field

from checker.sources import jsontext

if TYPE_CHECKING:
    from collections.abc import Callable

_SHORTEST = 6  # shorter ones are masked where they stand, but not searched for elsewhere
# Searched for also inside of longer texts and in keys: what hardly stands there by chance.
_SHORTEST_INSIDE = 8
_DISTINCTIVE = re.compile(r"(?=.*[0-9])(?=.*[A-Za-z])|(?=.*[a-z])(?=.*[A-Z])", re.DOTALL)
_INDEX_KEY = re.compile(r'(?<=\[")(?:[^"\\]|\\.)*(?="\])')


class SeenSecrets(Struct):
    """Secrets as they were written, and as JSON or an address would write them inside of a string."""

    _whole: set[str] = field(default_factory=set)
    _inside: dict[str, str] = {}  # as it may be spelt → as it is
    _longest_first: list[str] | None = None  # of _inside; None: not sorted yet

    def add(self, secret: str) -> None:
        """Remember one."""
        if len(secret) < _SHORTEST or secret in self._whole:
            return
        self._whole.add(secret)
        if len(secret) >= _SHORTEST_INSIDE and _DISTINCTIVE.match(secret):
            self._inside |= dict.fromkeys(_spellings(secret), secret)
            self._longest_first = None

    def add_all(self, value: Any) -> None:
        """Remember every string and every long number in a secret value; keys too, where they are no names."""
        if isinstance(value, dict):
            for key, item in value.items():
                if not may_be_name(key):
                    self.add(key)
                self.add_all(item)
        elif isinstance(value, list):
            for item in value:
                self.add_all(item)
        elif isinstance(value, str):
            self.add(value)
        elif not isinstance(value, bool) and value is not None:
            self.add(str(value))

    def copy(self) -> SeenSecrets:
        """Another memory of the same secrets."""
        return SeenSecrets(set(self._whole), dict(self._inside))

    def add_all_of(self, other: SeenSecrets) -> None:
        """Remember what the other one does."""
        self._whole |= other._whole
        self._inside |= other._inside
        self._longest_first = None

    def holds(self, text: str) -> bool:
        """Whether the whole text is a secret."""
        return text in self._whole

    def replaced(self, text: str, mask: Callable[[str], str]) -> str:
        """The text with each secret in it replaced."""
        if text in self._whole:
            return mask(text)
        if self._longest_first is None:  # a secret may be a part of another
            self._longest_first = sorted(self._inside, key=len, reverse=True)
        for spelling in self._longest_first:
            if spelling in text:
                text = text.replace(spelling, mask(self._inside[spelling]))
        return text

    def replaced_in_keys(self, address: str, mask: Callable[[str], str]) -> str:
        """An address with each secret in its instance keys replaced; names in it come from the code."""
        return _INDEX_KEY.sub(lambda key: self.replaced_inside(key[0], mask), address)

    def replaced_inside(self, text: str, mask: Callable[[str], str]) -> str:
        """As `replaced`, but without those secrets that may well be ordinary words."""
        return text if text in self._whole and text not in self._inside else self.replaced(text, mask)

    def search(self) -> Callable[[bytes], bool] | None:
        """What tells of a JSON text whether it may hold a secret; None where none was seen."""
        if not self._whole:
            return None
        whole = {jsontext.text(secret) for secret in self._whole}
        inside = {jsontext.text(spelling)[1:-1] for spelling in self._inside}
        found = BytesAhoCorasick(whole | inside).find_matches_as_indexes
        return lambda text: bool(found(text))


def may_be_name(key: str) -> bool:
    """Whether a key looks like the name of an attribute rather than like a value."""
    return _NAME.match(key) is not None


_NAME = re.compile(r"^[A-Za-z][A-Za-z_.-]{0,63}$")


def _spellings(secret: str) -> tuple[str, ...]:
    """As it is, inside of a JSON string (also as Go escapes it), of an address and of a URL."""
    escaped = jsontext.text(secret).decode()[1:-1]
    as_go = escaped.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    in_address = escaped.replace("${", "$${").replace("%{", "%%{")
    return tuple(dict.fromkeys((secret, escaped, as_go, in_address, quote(secret, safe=""))))
