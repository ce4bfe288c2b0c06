"""Readers and JSON Schemas agree: what a reader accepts is valid, what it refuses the schema explains."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import shipped, structure
from checker.sources import MalformedError, UnreadableError
from tests.reading import REAL_FILES, name, read_or_refuse, see

if TYPE_CHECKING:
    from pathlib import Path

SCHEMAS = shipped.schemas()
OTHERS: tuple[Any, ...] = (None, True, False, 0, -1, 7, 1.5, "", "other", "managed", [], {}, [None], {"key": None})
OF_DOCUMENT = jsonschema.Draft202012Validator(json.loads((SCHEMAS / "input/document.json").read_bytes()))


def schema_of(tree: dict[str, Any]) -> Path:
    if "version" in tree:
        return SCHEMAS / "terraform/tfstate.json"
    return SCHEMAS / ("terraform/shown-state.json" if "values" in tree else "terraform/plan.json")


def validator(schema: Path) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(schema.read_bytes()))


TREES = {name(file): json.loads(file.read_bytes()) for file in REAL_FILES}
# Small ones, so that a mutation meets what matters, and Hypothesis gets through many of them.
SMALL = sorted(path for path, tree in TREES.items() if len(json.dumps(tree)) < 20_000)


def nodes(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    found = [path] if path else []
    for key, item in items:
        found += nodes(item, (*path, key))
    return found


def mutated(tree: Any, path: tuple[str | int, ...], other: Any) -> Any:
    """The tree with the node at `path` replaced; `...` drops it."""
    tree = copy.deepcopy(tree)
    holder = tree
    for step in path[:-1]:
        holder = holder[step]
    if other is ...:
        del holder[path[-1]]
    else:
        holder[path[-1]] = copy.deepcopy(other)
    return tree


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, Any]:
    """A real file, and what became of it."""
    chosen = draw(st.sampled_from(SMALL))
    tree = TREES[chosen]
    for _ in range(draw(st.integers(1, 3))):
        places = nodes(tree)
        if not places:
            break
        place = draw(st.sampled_from(places))
        tree = mutated(tree, place, draw(st.sampled_from((..., *OTHERS))))
    return chosen, tree


@pytest.mark.parametrize("file", REAL_FILES, ids=name)
def test_what_real_terraform_wrote_is_valid(file: Path) -> None:
    tree = json.loads(file.read_bytes())
    assert [error.message for error in validator(schema_of(tree)).iter_errors(tree)] == []


@pytest.mark.parametrize("file", REAL_FILES, ids=name)
def test_what_policies_see_of_it_is_valid(file: Path) -> None:
    assert [error.message for error in OF_DOCUMENT.iter_errors(see(file).tree)] == []


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mutation=mutations())
def test_reader_and_schema_agree_about_files_that_were_changed(mutation: tuple[str, Any], tmp_path: Path) -> None:
    _, tree = mutation
    file = tmp_path / "changed.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    came = read_or_refuse(file)
    if isinstance(came, MalformedError):
        explained = structure.explain(came.data, SCHEMAS / came.schema)
        assert explained, came.message
        assert all(message for _, message in explained)
    elif isinstance(came, UnreadableError):  # of another kind, or what no schema can say
        assert came.message
        assert came.hint
    else:
        assert [error.message for error in validator(schema_of(tree)).iter_errors(tree)] == []
        assert [error.message for error in OF_DOCUMENT.iter_errors(json.loads(came.text))] == []


@pytest.mark.parametrize("schema", ["terraform/plan", "terraform/shown-state", "terraform/tfstate", "policy/verdict"])
def test_a_schema_is_sound(schema: str) -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads((SCHEMAS / f"{schema}.json").read_bytes()))
