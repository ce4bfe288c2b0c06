"""Decodes JSON strictly: no duplicate keys, no NaN, exact numbers, bounded depth.

Python's and most other parsers keep the last of two equal keys silently, so a second
`resource_changes` could hide resources from the checker; here it is refused.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

import jiter
import msgspec

from checker.sources.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable

Text = bytes | memoryview | msgspec.Raw
Members = dict[str, msgspec.Raw]  # of an object, undecoded

EMPTY_OBJECT = msgspec.Raw(b"{}")
EMPTY_ARRAY = msgspec.Raw(b"[]")

_HINT = "write the file again, e.g. terraform show -json tfplan > plan.json"
_LARGEST_EXPONENT = 308  # of an IEEE 754 double
_PLACE = re.compile(r" at line [0-9]+ column [0-9]+$")
_QUOTED = re.compile(r'"(.*)"', re.DOTALL)
_NAME = re.compile(r"[a-z_]{1,40}")  # as Terraform's own keys are
_Form = TypeVar("_Form")
_encode = msgspec.json.Encoder(decimal_format="number").encode
_encode_struct = msgspec.json.Encoder().encode


class _Key:
    """A key that equals no other, so that a decoded object keeps both of two equal keys."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name


_members = msgspec.json.Decoder(dict[_Key, msgspec.Raw], dec_hook=lambda _, name: _Key(name))
_last_members = msgspec.json.Decoder(dict[str, msgspec.Raw])  # of equal keys, keeps the last
_items = msgspec.json.Decoder(list[msgspec.Raw])


def members(text: Text, pointer: str = "") -> Members:
    """The members of a JSON object, each as undecoded text.

    Raises `UnreadableError`, and `msgspec.ValidationError` where the text is no object.
    """
    quick = _decoded(_last_members, text, pointer)
    if _has_only(text, quick):
        return quick
    found = _decoded(_members, text, pointer)
    result = {key.name: raw for key, raw in found.items()}
    if len(result) != len(found):
        raise UnreadableError(f"duplicate key{_at(pointer)}: {_quoted(_first_duplicate(found))}", _HINT)
    return result


def items(text: Text, pointer: str = "") -> list[msgspec.Raw]:
    """The items of a JSON array, each as undecoded text; raises as `members` does."""
    return _decoded(_items, text, pointer)


def part(members: Members, names: Iterable[str]) -> bytes:
    """The text of an object that has no other members than these, of those that are there."""
    return b"{%s}" % b",".join(b'"%s":%s' % (name.encode(), members[name]) for name in names if name in members)


def value(text: Text, pointer: str = "") -> Any:
    """A JSON value as Python objects; numbers with a fraction are `Decimal`. Raises `UnreadableError`."""
    try:
        return jiter.from_json(
            bytes(text), allow_inf_nan=False, catch_duplicate_keys=True, float_mode="decimal", cache_mode="keys"
        )
    except ValueError as error:
        raise _unreadable(error, pointer) from error


def convert(text: Text, form: type[_Form], pointer: str = "") -> _Form:
    """A JSON value as `form`. Raises `UnreadableError`, `msgspec.ValidationError` with the pointer in it."""
    try:
        return msgspec.convert(value(text, pointer), form)
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(f"{error}, in {pointer}" if pointer else str(error)) from error


def decode(decoder: msgspec.json.Decoder[_Form], text: Text, pointer: str) -> _Form:
    """A JSON value by a typed decoder, which keeps the last of equal keys. Raises as `convert` does."""
    try:
        return _decoded(decoder, text, pointer)
    except msgspec.ValidationError as error:
        raise msgspec.ValidationError(f"{error}, in {pointer}") from error


def is_all_of(text: Text, decoded: msgspec.Struct) -> bool:
    """Whether a text says nothing but what was decoded of it: no key stands in it twice.

    Where one does, or another member, or white space, the shortest text of what was decoded is shorter. The
    struct omits its defaults, and holds no numbers with a fraction. False without need where a text is not
    the shortest one of its content.
    """
    return len(_encode_struct(decoded)) == len(text)


def text(tree: Any) -> bytes:
    """Compact JSON text of a value. Raises `UnreadableError` for numbers that JSON readers do not agree on."""
    encoded = _encode(tree)
    if b"E+" in encoded or b"E-" in encoded:
        _refuse_extremes(tree)
    return encoded


def _has_only(text: Text, members: Members) -> bool:
    """Whether nothing but these members stands in a text: no second one of a name, and no white space.

    True of what `terraform show -json` writes; of other texts it may be False without need.
    """
    length = 1 + 4 * len(members) + sum(map(len, members)) + sum(map(len, members.values()))  # {"a":…,"b":…}
    return length == len(text)


def _decoded(decoder: msgspec.json.Decoder[_Form], text: Text, pointer: str) -> _Form:
    try:
        return decoder.decode(text)
    except msgspec.ValidationError:
        raise
    except msgspec.DecodeError as error:
        raise _unreadable(error, pointer) from error
    except RecursionError as error:
        raise UnreadableError(f"nested too deeply{_at(pointer)}", _HINT) from error


def _refuse_extremes(tree: Any) -> None:
    if isinstance(tree, Decimal):
        if abs(tree.adjusted()) > _LARGEST_EXPONENT:
            raise UnreadableError(f"a number beyond 1e{_LARGEST_EXPONENT}, which no double can hold", _HINT)
    elif isinstance(tree, dict):
        for item in tree.values():
            _refuse_extremes(item)
    elif isinstance(tree, (list, tuple)):
        for item in tree:
            _refuse_extremes(item)


def _unreadable(error: Exception, pointer: str) -> UnreadableError:
    return UnreadableError(f"not valid JSON{_at(pointer)}: {_sentence(str(error))}", _HINT)


def _sentence(message: str) -> str:
    """The parser's message in our words; of a key that it quotes, only what can be no secret.

    The line and column that it names are those inside of one part of the file.
    """
    message = _PLACE.sub("", message.removeprefix("JSON is malformed: "))
    if "nternal error" in message:
        return "number out of range"
    if "hex escape" in message or "surrogate" in message:
        return "broken \\u escape, such as half of a surrogate pair"
    message = _QUOTED.sub(lambda match: _quoted(match[1]), message)
    return message if message[:2].isupper() else message[:1].lower() + message[1:]


def _quoted(key: str) -> str:
    return f'"{key}"' if _NAME.fullmatch(key) else "(of a map)"


def _at(pointer: str) -> str:
    return f" at {pointer}" if pointer else ""


def _first_duplicate(found: dict[_Key, msgspec.Raw]) -> str:
    names: set[str] = set()
    for key in found:
        if key.name in names:
            return key.name
        names.add(key.name)
    raise AssertionError("called only where a key stands twice")
