"""Views say where a resource is not as its provider's schema says, when they are asked to."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker import shipped
from checker.sources import read

EXAMPLE = Path(__file__).parents[1] / "examples/DBX-CFG-002/bad-unknown.json"
STATE = EXAMPLE.with_name("bad-deprecated.tfstate")


def views(file, *, misfits):
    text = read(str(file), target=None, secret_attributes=shipped.secret_attributes(), misfits=misfits).text
    return [view for by_address in json.loads(text)["resources"].values() for view in by_address.values()]


def test_a_plan():
    assert [view.get("misfits") for view in views(EXAMPLE, misfits=True)] == [
        {
            "funktion": {"kind": "unknown", "nearest": "function"},
            "grant[0].privileges": {"kind": "type", "expected": "set(string)"},
        }
    ]


def test_a_state():
    assert sorted(path for view in views(STATE, misfits=True) for path in view["misfits"]) == ["", "max_retries"]


@pytest.mark.parametrize("file", [EXAMPLE, STATE], ids=["plan", "state"])
def test_nobody_asked(file):
    assert [view for view in views(file, misfits=False) if "misfits" in view] == []


def test_no_value_gets_into_it(tmp_path):
    """Neither that of an attribute that is not known, nor one of another type."""
    secret = "hunter2-in-an-unknown-attribute"
    plan = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    plan["resource_changes"][0]["change"]["after"] |= {"funktion": secret, "table": [secret], "grant": secret}
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan), encoding="utf-8")
    (view,) = views(file, misfits=True)
    assert view["misfits"].keys() == {"funktion", "table", "grant"}
    assert secret not in json.dumps(view["misfits"])


def test_a_data_source_is_the_provider_s_affair(tmp_path):
    plan = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    change = plan["resource_changes"][0]
    change |= {"mode": "data", "address": f"data.{change['address']}"}
    change["change"]["actions"] = ["read"]
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan), encoding="utf-8")
    assert [view for view in views(file, misfits=True) if "misfits" in view] == []
