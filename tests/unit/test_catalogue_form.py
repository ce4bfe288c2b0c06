"""What is taken for valid METADATA at first sight is valid by the schema too."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from checker import shipped
from checker.catalogue import read_catalogue
from checker.catalogue.form import is_plain
from checker.catalogue.metadata import metadata_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = shipped.schemas() / "policy/metadata.json"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(SCHEMA.read_bytes()))
FULL = yaml.safe_load("""\
scope: package
title: Tables have an owner
description: What it looks at.
organizations: [Acme]
authors: [{name: A, email: a@example.com}, B]
related_resources: [https://example.com, {ref: https://example.com/b, description: More.}]
custom:
  id: OWN-TAB-001
  severity: low
  sets: [baseline, own-set]
  resource_types: [databricks_grants, "*"]
  attributes: ["task[].key", owner]
  remediation: Do better.
  controls: {soc2: [CC6.1, CC6.2], nist-800-53: [AC-6]}
  parameters: {owners: {description: Who may own., default: [a], schema: {type: array}}}
  aliases: [OLD-1, OLD-2]
  deprecated: since 2
""")
OTHERS: tuple[Any, ...] = (
    "",
    "x",
    "X-1",
    "x\n",
    "a" * 101,
    1,
    True,
    None,
    1.5,
    [],
    {},
    ["x", "x"],
    [[]],
    {"x": 1},
    {1: "x"},
)


def places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every holder of a value in it, with the key."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield tree, key
        yield from places(value)


def test_recognises_metadata_that_have_everything_and_those_that_have_the_least() -> None:
    least = {name: FULL[name] for name in ("title", "description", "custom")}
    least["custom"] = {name: FULL["custom"][name] for name in ("id", "severity", "resource_types", "remediation")}
    assert is_plain(FULL, SCHEMA)
    assert is_plain(least, SCHEMA)


def test_recognises_all_that_is_shipped() -> None:
    for module in read_catalogue(shipped.policies(), [], SCHEMA).library.modules:
        found = metadata_of(module.text)
        if found and "custom" in found[0]:
            assert is_plain(found[0], SCHEMA), module.file


@pytest.mark.parametrize("change", ["put", "removed", "added", "twice"])
def test_what_is_recognised_is_valid(change: str) -> None:
    for number in range(len(list(places(FULL)))):
        for other in OTHERS:
            tree = copy.deepcopy(FULL)
            holder, key = list(places(tree))[number]
            if change == "put":
                holder[key] = other
            elif change == "removed":
                del holder[key]
            elif isinstance(holder, dict):
                holder["more"] = other
            else:
                holder.append(holder[key] if change == "twice" else other)
            assert not is_plain(tree, SCHEMA) or VALIDATOR.is_valid(tree), tree


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["X-1", "low", "databricks_job"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(custom=st.dictionaries(st.sampled_from([*FULL["custom"], "more"]), JSON))
def test_what_is_recognised_of_anything_is_valid(custom: dict[str, Any]) -> None:
    tree = {**FULL, "custom": {**FULL["custom"], **custom}}
    assert not is_plain(tree, SCHEMA) or VALIDATOR.is_valid(tree)
