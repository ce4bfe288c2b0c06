"""Both engines say the same of generated documents, byte for byte.

The documents are made of resources that real plans and states hold, recombined and changed: values are dropped,
replaced and unknown, actions differ. `make parity` tries more of them.
"""

from __future__ import annotations

import copy
import json
import os
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import shipped
from checker.engines.embedded import EmbeddedEngine
from checker.engines.opa.engine import OpaEngine
from checker.engines.opa.own import OwnHost
from tests.opa import OPA, needs_opa
from tests.policies import documents

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = needs_opa

GIB = 1024**3
EXAMPLES = int(os.environ.get("TFCHECK_PARITY_EXAMPLES", "15"))  # seconds; each is judged by both engines
MOST_RESOURCES = 6

SCHEMA = json.loads((shipped.schemas() / "input/document.json").read_bytes())
OF_DOCUMENT = jsonschema.Draft202012Validator(SCHEMA)
ACTIONS = SCHEMA["$defs"]["resource"]["properties"]["action"]["enum"]
# Of the same type, which the provider's schema would see to: of others, the embedded engine breaks policies that OPA
# takes for undefined, as docs/engines.md says.
OTHERS: dict[type, tuple[Any, ...]] = {
    bool: (True, False),
    int: (0, 1, -1, 10**6),
    float: (0.5, -1.5),
    str: (
        "",
        "x",
        "users",
        "account users",
        "prod",
        "prod_0",
        "a@b.example",
        "EXECUTE",
        "CAN_MANAGE",
        "/Users/a@b.example/x",
    ),
}

TREES = [json.loads(text) for text in documents.texts(documents.DOCUMENTS).values()]
POOL = sorted(
    {
        json.dumps(each, sort_keys=True)
        for tree in TREES
        for of_type in tree["resources"].values()
        for each in of_type.values()
    }
)
# Few shapes are many resources; each type is to be met.
BY_TYPE: dict[str, list[str]] = {}
for _text in POOL:
    BY_TYPE.setdefault(json.loads(_text)["type"], []).append(_text)
WITHOUT_RESOURCES = sorted({json.dumps(tree | {"resources": {}, "drift": {}}, sort_keys=True) for tree in TREES})


@st.composite
def generated(draw: st.DrawFn) -> dict[str, Any]:
    """A document: the frame of a real one, and resources of real ones, changed."""
    tree = json.loads(draw(st.sampled_from(WITHOUT_RESOURCES)))
    types = draw(st.lists(st.sampled_from(sorted(BY_TYPE)), max_size=MOST_RESOURCES))
    for type_ in types:
        resource = json.loads(draw(st.sampled_from(BY_TYPE[type_])))
        for _ in range(draw(st.integers(0, 3))):
            _change(draw, resource)
        tree["resources"].setdefault(resource["type"], {})[resource["address"]] = resource
    return tree


def _change(draw: st.DrawFn, resource: dict[str, Any]) -> None:
    values = resource["values"]
    kind = draw(st.sampled_from(("drop", "replace", "unknown", "action", "before")))
    if kind == "action":
        resource["action"] = draw(st.sampled_from(ACTIONS))
    elif kind == "before":
        resource["before"] = copy.deepcopy(values)
    elif values and kind == "unknown":
        name = draw(st.sampled_from(sorted(values)))
        del values[name]
        resource["unknown"] = {**resource.get("unknown", {}), name: True}
    elif places := list(_places(values)):
        holder, key = draw(st.sampled_from(places))
        if kind == "replace" and type(holder[key]) in OTHERS:
            holder[key] = draw(st.sampled_from(OTHERS[type(holder[key])]))
        elif isinstance(holder, dict) or len(holder) > 1:  # nobody writes an empty list of blocks
            del holder[key]


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Each object and list with each of its keys."""
    items: Any = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        yield tree, key
        yield from _places(value)


@pytest.fixture(scope="module")
def engines() -> Iterator[dict[str, EmbeddedEngine | OpaEngine]]:
    made: dict[str, EmbeddedEngine | OpaEngine] = {
        "embedded": EmbeddedEngine(time_limit=60, memory_limit=4 * GIB),
        "opa": OpaEngine(OwnHost(OPA, timeout=60, memory_limit=4 * GIB), time_limit=60),
    }
    for engine in made.values():
        engine.load(documents.program())
    yield made
    for engine in made.values():
        engine.close()


@settings(
    max_examples=EXAMPLES,
    derandomize="TFCHECK_PARITY_EXAMPLES" not in os.environ,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
@given(tree=generated())
def test_both_engines_say_the_same_of_any_document(engines, tree):
    assert OF_DOCUMENT.is_valid(tree), next(OF_DOCUMENT.iter_errors(tree)).message
    text = json.dumps(tree).encode()
    said = {
        name: json.dumps(documents.answered(engine.evaluate(text)), sort_keys=True).encode()
        for name, engine in engines.items()
    }
    assert said["embedded"] == said["opa"]


def test_resources_of_all_types_are_drawn_from():
    met = {type_ for tree in TREES for type_ in tree["resources"]}
    assert set(BY_TYPE) == met
    assert len(met) >= 10
