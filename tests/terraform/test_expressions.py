"""Expressions have the value that Terraform gives them, wherever tfcheck claims to know it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from checker.hcl import HclError
from checker.hcl.parsing import parse_expression
from checker.terraform import numbers
from checker.terraform.errors import EvaluationError
from checker.terraform.evaluation import evaluate
from checker.terraform.functions import FUNCTIONS
from checker.terraform.module import Module
from checker.terraform.run import Run
from checker.terraform.values import SENSITIVE, Value

HERE = Path(__file__).parent
TABLE = yaml.safe_load((HERE / "expressions.yaml").read_text(encoding="utf-8"))
NOT_ASKED = {"ephemeralasnull": "only for ephemeral values", "list": "removed", "map": "removed"}
UNKNOWN = "(known after apply)"
# What tfcheck does not claim to know though Terraform does.
LEFT_UNKNOWN = {
    "1 / 0": "infinity, which no attribute can hold",
    "1 % 0": "the same",
    "log(0, 10)": "the same",
    "try(1 / 0)": "the same",
    'format("%e", 12345.678)': "hardly ever written",
    'format("%g", 1.5)': "hardly ever written",
    'abspath("/a/../b")': "differs between machines",
    'format("%q", "é\\n")': "hardly ever written",
    'element(["a"], -1)': "refused for longer lists",
    'element(["a", "b"], -1)': "the same",
    'lower("İ Σ")': "the library of the other language knows other cases",
    'regex("\\\\pL+", "12éa")': "classes of Unicode differ",
    'yamldecode("a: 0777")': "readers of YAML do not agree",
    'yamldecode("a: 0o17")': "the same",
    'yamldecode("a: 1_000")': "the same",
    'yamldecode("a: 2021-01-01")': "the same",
    'yamldecode("? x\\n: y")': "the same",
    'yamldecode("a: !!str 1")': "the same",
    'yamldecode("a: 1\\na: 2")': "the same",
    'yamldecode("a: .5")': "the same",
    'yamldecode("a: 1e3")': "the same",
    'yamldecode("<<: {a: 1}")': "the same",
    'yamldecode("x: &a {b: 1}\\ny: *a")': "the same",
    'yamldecode("a: True\\nb: y\\nc: Off")': "the same",
    'textencodebase64("a", "NOSUCH")': "there are more encodings than are known here",
    'file("/etc/hostname-no-such")': "files outside of the configuration are not read",
    'fileset("files", "*.{txt,tftpl}")': "patterns with braces",
    'setunion(["a"], [terraform_data.new.id])': "less is known of partly known sets",
    'sort(["b", terraform_data.new.id])': "the same",
    'index(["a", terraform_data.new.id], "a")': "the same",
}
# Where the answer is another one, and why.
DIFFERENT = {
    "-0": ("0", "they are equal"),
    "true ? 1 : terraform_data.new.id": ('"1"', "in a plan, where the type of the attribute is known, so it is"),
    "flatten([[terraform_data.new.id], [1]])": ("[\n  (known after apply),\n  1,\n]", "as above"),
    'try(terraform_data.new.nosuch, "a")': ('"a"', "attributes are not checked beforehand"),
    "terraform_data.new.id && false": ("false", "newer Terraform knows that the other side does not matter"),
    'terraform_data.new.id == "a" || true': ("true", "as above"),
    'false && terraform_data.new.id == "a"': ("false", "as above"),
    "merge({ a = 1 }, terraform_data.new)": (
        (
            '{\n  "a" = 1\n  "id" = (known after apply)\n  "input" = null\n  "output" = (known after apply)\n'
            '  "triggers_replace" = null\n}'
        ),
        "in a plan so it is",
    ),
    'core::upper("a")': ("error", "python-hcl2 reads functions of providers only"),
}


def shown(value: Value) -> str:
    """As `terraform console` prints it."""
    return _shown(value, 0)


def _shown(value: Value, depth: int) -> str:  # noqa: PLR0911 - one answer for each kind
    if SENSITIVE in value.marks:
        return "(sensitive value)"
    if not value.is_known:
        return UNKNOWN
    if value.data is None:
        return _null(value)
    if value.kind == "string":
        return _text(value.data, depth)
    if value.kind in ("number", "bool"):
        return numbers.text(value.data) if value.kind == "number" else str(value.data).lower()
    pad = " " * (depth + 2)
    if isinstance(value.data, dict):
        rows = [f"{pad}{_quoted(key)} = {_shown(item, depth + 2)}\n" for key, item in value.data.items()]
        body = "{\n" + "".join(rows) + " " * depth + "}" if rows else "{}"
        return f"tomap({body})" if value.kind == "map" else body
    rows = [f"{pad}{_shown(item, depth + 2)},\n" for item in value.data]
    body = "[\n" + "".join(rows) + " " * depth + "]" if rows else "[]"
    return {"list": f"tolist({body})", "set": f"toset({body})"}.get(value.kind, body)


def _null(value: Value) -> str:
    names = {
        "string": "tostring(null)",
        "number": "tonumber(null)",
        "bool": "tobool(null)",
        "list": "tolist(null) /* of dynamic */",
        "set": "toset(null) /* of dynamic */",
        "map": "tomap(null) /* of dynamic */",
    }
    return names.get(value.kind, "null")


def _text(text: str, depth: int) -> str:
    if "\n" not in text:
        return _quoted(text)
    if depth:
        lines = "".join(f"{' ' * depth}{line}\n" for line in text.split("\n"))
        return f"<<-EOT\n{lines}{' ' * depth}EOT"
    return f"<<EOT\n{text}\nEOT"


def _quoted(text: str) -> str:
    for sign, escaped in (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\r", "\\r"), ("\t", "\\t"), ("\x7f", "\\x7f")):
        text = text.replace(sign, escaped)
    return f'"{text}"'


@pytest.fixture(scope="module")
def module() -> Module:
    run = Run(root=HERE / "console", shown=".", cache=None, workspace="default")
    return Module(run, HERE / "console", lambda _: None)


@pytest.mark.parametrize("expression", TABLE)
def test_agrees_with_terraform(expression: str, module: Module) -> None:
    try:
        found = shown(evaluate(parse_expression(expression, 1, 1), module.scope))
    except (EvaluationError, HclError):
        found = "error"
    if expression in LEFT_UNKNOWN:
        assert found == UNKNOWN != TABLE[expression]
    elif expression in DIFFERENT:
        assert found == DIFFERENT[expression][0] != TABLE[expression]
    else:
        assert found == TABLE[expression]


def test_every_function_of_terraform_is_asked_for() -> None:
    asked = " ".join(TABLE)
    assert [name for name in FUNCTIONS if f"{name}(" not in asked and name not in NOT_ASKED] == []
