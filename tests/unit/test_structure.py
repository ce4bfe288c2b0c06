"""How errors of structure are explained."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from checker.structure import explain

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "dapi" + "0123456789abcdef" * 2
SCHEMA = {
    "type": "object",
    "required": ["a", "b"],
    "additionalProperties": False,
    "properties": {
        "a": {"type": ["string", "null"]},
        "b": {"type": "array", "items": {"type": "integer", "minimum": 0}},
        "c": {"const": 4},
        "d": {"enum": ["x", "y"]},
        "e": {"type": "string", "pattern": "^1", "minLength": 1},
        "f": {"anyOf": [{"type": "string"}, {"type": "object", "required": ["g"]}]},
        "h": {"type": "object", "additionalProperties": {"type": "object"}},
        "i": {"$ref": "#"},
    },
}


def explained(folder: Path, text: str | bytes, schema: Any = None) -> list[tuple[str, str]]:
    file = folder / "schema.json"
    file.write_text(json.dumps(schema or SCHEMA), encoding="utf-8")
    return explain(text.encode() if isinstance(text, str) else text, file)


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"a": 1}, ("/a", "found a number, wanted a string or null")),
        ({"a": True}, ("/a", "found true, wanted a string or null")),
        ({"b": {}}, ("/b", "found an object, wanted an array")),
        ({"b": [0, "x"]}, ("/b/1", "found a string, wanted an integer")),
        ({"b": [-1]}, ("/b/0", "found a number, wanted at least 0")),
        ({"c": 5}, ("/c", "found a number, wanted const 4")),
        ({"d": "hunter2"}, ("/d", "found a string, wanted one of x, y")),
        ({"e": "hunter2"}, ("/e", "found a string, wanted one like ^1")),
        ({"f": {}}, ("/f", 'lacks "g"')),
        ({"h": {"x/y~": []}}, ("/h/x~1y~0", "found an array, wanted an object")),
        ({"hunter2": 1}, ("", "holds a key that is not known; known are a, b, c, d, e, f, h, i")),
    ],
)
def test_a_sentence_says_what_was_found_and_wanted(more: dict[str, Any], said: tuple[str, str], tmp_path: Path) -> None:
    assert explained(tmp_path, json.dumps({"a": None, "b": []} | more)) == [said]


def test_missing_keys_are_named_together(tmp_path: Path) -> None:
    assert explained(tmp_path, "{}") == [("", 'lacks "a", "b"')]


def test_items_are_in_the_order_of_the_file_and_at_most_ten(tmp_path: Path) -> None:
    text = json.dumps({"a": "", "b": ["x"] * 30})
    assert [pointer for pointer, _ in explained(tmp_path, text)] == [f"/b/{index}" for index in range(10)]


def test_what_is_valid_needs_no_explanation(tmp_path: Path) -> None:
    assert explained(tmp_path, '{"a": "", "b": []}') == []


def test_a_credential_in_a_key_is_not_shown(tmp_path: Path) -> None:
    found = explained(tmp_path, json.dumps({"a": "", "b": [], "h": {TOKEN: 1}}))
    assert found == [("/h/(sensitive value)", "found a number, wanted an object")]


def test_half_a_surrogate_pair_in_a_key_can_be_printed(tmp_path: Path) -> None:
    found = explained(tmp_path, '{"a": "", "b": [], "h": {"\\ud800": 1}}')
    assert [pointer.encode() for pointer, _ in found] == [b"/h/?"]


def test_an_integer_of_any_length_is_a_number(tmp_path: Path) -> None:
    assert explained(tmp_path, f'{{"a": {"9" * 5000}, "b": []}}') == [
        ("/a", "found a number, wanted a string or null"),
    ]


@pytest.mark.parametrize(
    "text",
    ['{"b": ' + "[" * 100_000, '{"i": ' * 2000 + "{}" + "}" * 2000, "{", b"\xff", " " * (65 << 20)],
    ids=["brackets", "a schema that goes round", "cut off", "not UTF-8", "65 MB"],
)
def test_what_is_too_much_is_left_to_the_reader_to_say(text: str | bytes, tmp_path: Path) -> None:
    assert explained(tmp_path, text) == []
