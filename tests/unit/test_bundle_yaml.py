"""YAML that the Databricks CLI reads is read alike, and what it is not gets a sentence and a place."""

from __future__ import annotations

from typing import Any

import pytest

from checker.model import Location
from checker.sources.bundles.tree import plain
from checker.sources.bundles.yaml_file import YamlError, parse


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on", "on"),
        ("yes", "yes"),
        ("y", "y"),
        ("true", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("~", None),
        ("", None),
        ("'true'", "true"),
        ("12", 12),
        ("-7", -7),
        ("017", 17),
        ("010", 10),
        ("-017", -17),
        ("000", 0),
        ("0", 0),
        ("+5", 5),
        ("089", 89.0),
        ("1_000", 1000),
        ("0_7", 7),
        ("_1", "_1"),
        ("0x1F", 31),
        ("0X1f", 31),
        ("-0x1F", -31),
        ("0o10", 8),
        ("0b101", 5),
        ("-0b11", -3),
        ("0x", "0x"),
        ("0o9", "0o9"),
        ("9223372036854775807", 9223372036854775807),
        ("99999999999999999999", 1e20),
        (".5", 0.5),
        (".5_0", 0.5),
        ("._5", "._5"),
        ("1_0.5", 10.5),
        ("1.", 1.0),
        (".", "."),
        ("1.2.3", "1.2.3"),
        ("15.4.x-scala2.12", "15.4.x-scala2.12"),
        ("'0x1F'", "0x1F"),
        ("no", "no"),
        ("off", "off"),
        ("\uff11\uff12", "\uff11\uff12"),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("1e400", "1e400"),
        ("2026-11-25", "2026-11-25"),
        ("12:30", "12:30"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("!!bool true", True),
        ("! x", "x"),
        ("0415-213012-yi87kqjn", "0415-213012-yi87kqjn"),
    ],
)
def test_scalars_are_those_of_yaml_v3(text: str, value: Any) -> None:
    assert plain(parse(f"a: {text}".encode(), "x.yml")) == {"a": value}


def test_anchors_and_merge_keys() -> None:
    text = """
base: &base {a: 1, b: 1}
more: &more {b: 2, c: 2}
one: {<<: *base, a: 0}
two: {<<: [*base, *more], d: 3}
list: [*base, *more]
"""
    tree = plain(parse(text.encode(), "x.yml"))
    assert tree["one"] == {"a": 0, "b": 1}
    assert tree["two"] == {"a": 1, "b": 2, "c": 2, "d": 3}
    assert tree["list"] == [{"a": 1, "b": 1}, {"b": 2, "c": 2}]


def test_places() -> None:
    node = parse(b"a:\n  - b: {c: x}\n", "x.yml")
    inner = node.members["a"].items[0].get("b", "c")
    assert inner is not None
    assert inner.place == Location(file="x.yml", line=2, column=12)


BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("text", "message", "line", "column"),
    [
        (BOMB, "more than 300,000 values, with its aliases written out", 6, 25),
        ("a: 1\nb: 2\na: 3\n", "a key that stands twice in one map", 3, 1),
        ("x: {<<: {a: 1}, <<: {b: 1}}", "a key that stands twice in one map", 1, 17),
        ("a: !env SECRET\n", "a tag that the Databricks CLI does not know", 1, 4),
        ("a: !!python/object:os.system {}\n", "a tag that the Databricks CLI does not know", 1, 4),
        ("a: !!int yes\n", "a value that is not what its tag !!int says", 1, 4),
        ("a: *nothing\n", "an alias of an anchor that does not stand above it", 1, 4),
        ("a: &a [*a]\n", "an alias of an anchor that does not stand above it", 1, 8),
        ("a: {<<: text}\n", "a merge key whose value is neither a map nor a list of maps", 1, 9),
        ("a: .inf\n", "a number that is infinite, or none", 1, 4),
        ("a: -.Inf\n", "a number that is infinite, or none", 1, 4),
        ("a: .NaN\n", "a number that is infinite, or none", 1, 4),
        ("a: 1__0\n", "a number that the Databricks CLI cannot read", 1, 4),
        ("a: 1_.5\n", "a number that the Databricks CLI cannot read", 1, 4),
        ("a: 18446744073709551615\n", "a number that the Databricks CLI cannot read", 1, 4),
        ("[1]: x\n", "a key that is no text", 1, 1),
        ("a: 1\n---\nb: 2\n", "a second YAML document in one file", 2, 1),
        ("{a: " * 120 + "1" + "}" * 120, "nested deeper than 100 levels", 1, 405),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_what_is_refused(text: str, message: str, line: int, column: int) -> None:
    with pytest.raises(YamlError) as error:
        parse(text.encode(), "x.yml")
    assert (error.value.message, error.value.place) == (message, Location(file="x.yml", line=line, column=column))
    assert error.value.hint


def test_a_syntax_error_has_a_caret_and_no_value() -> None:
    with pytest.raises(YamlError) as error:
        parse(b"bundle:\n  name: x\n  key: hunter2: y\n", "x.yml")
    assert error.value.message == "not YAML: mapping values are not allowed in this context\n  key: …\n       ^"
    assert error.value.place == Location(file="x.yml", line=3, column=15)


def test_a_syntax_error_at_the_end() -> None:
    with pytest.raises(YamlError) as error:
        parse(b"a: [1,\n", "x.yml")
    assert error.value.message.startswith("not YAML: ")
    assert error.value.place is not None
    assert error.value.place.line == 2


@pytest.mark.parametrize("text", ["a: \x00", "a: \x07"])
def test_control_characters(text: str) -> None:
    with pytest.raises(YamlError, match=r"not YAML|unacceptable|control"):
        parse(text.encode(), "x.yml")


def test_a_huge_file() -> None:
    with pytest.raises(YamlError, match="more than 16 MiB"):
        parse(b"a: 1\n" + b"#" * (17 << 20), "x.yml")
