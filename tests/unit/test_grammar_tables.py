"""The tables that tfcheck brings along are those that lark makes, and others are passed over."""

from __future__ import annotations

import pytest

from checker.hcl import grammar, tables
from checker.hcl.tabling import text_of
from tests.reading import ROOT

FILES = sorted((ROOT / "tests/fixtures").rglob("*.tf")) + sorted((ROOT / "examples").rglob("*.tf"))


def test_they_parse_as_those_that_lark_makes() -> None:
    if tables.shipped(*grammar.programs()) is None:
        pytest.skip("made for another python-hcl2 or lark: make grammar")
    shipped, made = grammar.parser(None), grammar.made()
    trees = 0
    for file in FILES:
        text = file.read_text(encoding="utf-8").rstrip() + "\n"
        trees += 1
        assert shipped.parse(text) == made.parse(text), file
    assert trees > 20
    assert tables.shipped(*grammar.programs()) is not None
    assert text_of(made)[:20] == tables.FILE.read_bytes()[:20]


def test_those_of_another_version_are_passed_over() -> None:
    text, lark = grammar.programs()
    assert tables.shipped(text, f"{lark}.1") is None
    assert tables.shipped(text + b"\n", lark) is None
