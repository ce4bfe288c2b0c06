"""Whatever .tf files hold, reading them ends with a document, and no secret is in it or in a problem."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.reading import ROOT
from tests.terraform.support import document

SECRET = "hunter2-Very-Secret-0"
FILES = sorted(
    file
    for folder in ("tests/fixtures/configurations", "tests/fixtures/terraform", "examples/llmops")
    for file in (ROOT / folder).rglob("*.tf*")
    if file.name.endswith((".tf", ".tf.json"))
)
PIECES = [
    '"',
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "${",
    "%{",
    "~}",
    "<<E\n",
    "\n",
    "\r\n",
    "=",
    "...",
    "?",
    "[*]",
    "/*",
    "#",
    "\0",
]
WORDS = [
    "var",
    "local",
    "null",
    "each.key",
    "for x in y :",
    "count = 10",
    "for_each = {}",
    "é",
    "-1",
    "1e9999",
    "\ufeff",
]


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, str]:
    """A real file, its name, with parts cut out, doubled or put in."""
    file = draw(st.sampled_from(FILES))
    text = file.read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(text)))
        match draw(st.sampled_from(["cut", "double", "insert", "end"])):
            case "cut":
                text = text[:at] + text[at + draw(st.integers(1, 40)) :]
            case "double":
                text = text[:at] + text[at : at + draw(st.integers(1, 200))] + text[at:]
            case "insert":
                text = text[:at] + draw(st.sampled_from(PIECES + WORDS)) + text[at:]
            case _:
                text = text[:at]
    return file.name, text


@given(damaged())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@example(("main.tf", "resource" * 10_000))
@example(("main.tf", 'locals { a = "' + "${" * 2_000))
@example(("main.tf", "locals { a = " + "(" * 2_000))
@example(("main.tf", "locals {\n" + "".join(f"  l{n} = local.l{n + 1}\n" for n in range(3_000)) + "}\n"))
@example(("main.tf.json", "[" * 100_000))
@example(("main.tf.json", '{"resource": [[{"a": {"b": [null, 1, "x"]}}]]}'))
@example(("main.tf", 'locals { a = regex("(a*)*b", "' + "a" * 40 + '") }\noutput "o" { value = local.a }'))
def test_ends_with_a_document(file: tuple[str, str]) -> None:
    name, text = file
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, name).write_text(text, encoding="utf-8", newline="")
        read = document(Path(folder))
    assert read.kind == "configuration"


TOKEN = 'variable "t" {{\n  sensitive = true\n  default = "{secret}"\n}}\n'
RESOURCE = 'resource "terraform_data" "x" {{\n  '
PLACES = (
    TOKEN + RESOURCE + "input = var.t\n}}\n",
    TOKEN + 'output "o" {{ value = "x ${{var.t}}" }}\n',
    'locals {{ s = sensitive("{secret}") }}\n' + RESOURCE + 'input = {{ a = [upper(local.s), "{secret}"] }}\n}}\n',
    TOKEN + RESOURCE + "for_each = {{ a = var.t }}\n  input = each.value\n}}\n",
    'resource "databricks_secret" "x" {{\n  scope = "s"\n  key = "k"\n  string_value = "{secret}"\n}}\n',
    'locals {{\n  password = "{secret}" {secret} !\n}}\n',
    TOKEN.replace("sensitive", "type = number\n  sensitive") + 'output "o" {{ value = var.t }}\n',
    RESOURCE + 'input = "dapi{digits}"\n}}\n',
)


@given(st.sampled_from(PLACES))
@settings(max_examples=20, deadline=None)
def test_no_secret_is_in_what_is_read(place: str) -> None:
    digits = "0123456789abcdef" * 2
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "main.tf").write_text(place.format(secret=SECRET, digits=digits), encoding="utf-8")
        read = document(Path(folder))
    shown = read.text.decode() + repr(read) + repr(read.problems)
    assert SECRET not in shown
    assert SECRET.upper() not in shown
    assert digits not in shown
