"""What users are told when `tfcheck.yaml` is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from checker import shipped
from checker.configuration import read
from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

SELECTION = "a list of policy ids, globs or groups, such as [DBX-JOB-001, DBX-UC-*]"
TARGET = "the name of an environment, such as prod"
SECONDS = "a number of seconds, above 0 and at most 86400"
RANGE = "a size between 64MiB and 1024TiB"
SIZE = "a number of bytes, or a size such as 4GiB"
TICKET = "the name or address of a ticket, in quotes if it is a number"
RELATIVE = "paths are relative to the folder of the configuration file"
SEVERITIES = "one of info, low, medium, high, critical"
WAIVER = "policy: A-1, address: x, reason: r, owner: o"
QUOTES = "put text that starts with * & ! { [ @ ` % or holds ': ' or ' #' in quotes"


@pytest.fixture(autouse=True)
def _inside_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refusal(text: str | bytes, name: str = "tfcheck.yaml") -> UsageError:
    Path(name).write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(UsageError) as caught:
        read(Path(name))
    return caught.value


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("slect: [A]", "1:1: slect: unknown key", "did you mean select?"),
        ("{strict: true, Jobs: 1}", "1:16: Jobs: unknown key", "did you mean jobs?"),
        ("select: A", f"1:9: select: found the text 'A', wanted {SELECTION}", ""),
        ("select:", f"1:8: select: found nothing, wanted {SELECTION}", ""),
        ("select: {A: 1}", f"1:9: select: found a mapping, wanted {SELECTION}", ""),
        ("select: [A, 1]", "1:13: select[1]: found the number 1, wanted a policy id, a glob or a group", ""),
        ("skip: [A, B, A]", "1:14: skip[2]: found the text 'A' a second time", ""),
        ("sets: []", "1:7: sets: found a list, wanted a list of policy sets, such as [baseline]", ""),
        ("severity: hgih", f"1:11: severity: found the text 'hgih', wanted {SEVERITIES}", "did you mean high?"),
        ("fail_on: none", f"1:10: fail_on: found the text 'none', wanted {SEVERITIES}", ""),
        ("strict: yes", "1:9: strict: found the text 'yes', wanted true or false", ""),
        ("target: on call", f"1:9: target: found the text 'on call', wanted {TARGET}", ""),
        ("target: true", f"1:9: target: found true, wanted {TARGET}", ""),
        ("format: JSON", "1:9: format: found the text 'JSON', wanted the name of a report format, such as text", ""),
        ("\ufeff{jobs: 0}", "1:8: jobs: found the number 0, wanted a whole number from 1 to 256", ""),
        ("jobs: 0", "1:7: jobs: found the number 0, wanted a whole number from 1 to 256", ""),
        ("jobs: 1.5", "1:7: jobs: found the number 1.5, wanted a whole number from 1 to 256", ""),
        ("jobs: true", "1:7: jobs: found true, wanted a whole number from 1 to 256", ""),
        ("time_limit: 0", f"1:13: time_limit: found the number 0, wanted {SECONDS}", ""),
        (
            "time_limit: .inf",
            f"1:13: time_limit: found the text '.inf', wanted {SECONDS}",
            "",
        ),
        ("memory_limit: 4", f"1:15: memory_limit: found the number 4, wanted {RANGE}", ""),
        ("memory_limit: 1MiB", f"1:15: memory_limit: found the text '1MiB', wanted {RANGE}", ""),
        ("memory_limit: 4g", f"1:15: memory_limit: found the text '4g', wanted {SIZE}", ""),
        ("memory_limit: true", f"1:15: memory_limit: found true, wanted {SIZE}", ""),
        (
            "severities: {dbx-1: low}",
            "1:14: severities.dbx-1: wanted the id of a policy, such as DBX-JOB-001",
            "",
        ),
        (
            "severities:\n  DBX-JOB-001: mediun",
            f"2:16: severities.DBX-JOB-001: found the text 'mediun', wanted {SEVERITIES}",
            "did you mean medium?",
        ),
        ("parameters: {A-1: 3}", "1:19: parameters.A-1: found the number 3, wanted values by parameter name", ""),
        (
            "parameters: {A-1: {Max: 3}}",
            "1:20: parameters.A-1.Max: wanted the name of a parameter: lower-case letters, digits and underscores",
            "",
        ),
        ("waivers: [{}]", "1:11: waivers[0]: missing policy, address, reason, owner, expires", ""),
        (f"waivers:\n- {{{WAIVER}}}", "2:3: waivers[0]: missing expires", ""),
        (
            f"waivers: [{{{WAIVER}, expires: 2027-02-30}}]",
            "1:67: waivers[0].expires: found the text '2027-02-30', wanted a date, such as 2027-01-31",
            "",
        ),
        (
            f"waivers: [{{{WAIVER}, expires: 20270131}}]",
            "1:67: waivers[0].expires: found the number 20270131, wanted a date, such as 2027-01-31",
            "",
        ),
        (
            f"waivers: [{{{WAIVER}, expires: 2027-01-31T00:00:00Z}}]",
            "1:67: waivers[0].expires: found the text '2027-01-31T00:00:00Z', wanted a date, such as 2027-01-31",
            "",
        ),
        (
            f'waivers: [{{{WAIVER}, expires: "2027-01-31\\n"}}]',
            r"1:67: waivers[0].expires: found the text '2027-01-31\n', wanted a date, such as 2027-01-31",
            "",
        ),
        (
            'waivers: [{policy: A-1, address: x, owner: o, expires: 2027-01-31, reason: " \\n"}]',
            r"1:76: waivers[0].reason: found the text ' \n', wanted text that says why",
            "",
        ),
        (
            f"waivers: [{{{WAIVER}, expires: 2027-01-31, ticket: 4711}}]",
            f"1:87: waivers[0].ticket: found the number 4711, wanted {TICKET}",
            "",
        ),
        (
            f"waivers: [{{{WAIVER}, expire: 2027-01-31, expires: 2027-01-31}}]",
            "1:58: waivers[0].expire: unknown key",
            "did you mean expires?",
        ),
        ("- select", "1:1: found a list, wanted settings, such as target: prod", ""),
        ("select", "1:1: found the text 'select', wanted settings, such as target: prod", ""),
        ("waiver_files: [a.yaml]", "1:16: waiver_files[0]: no such file: a.yaml", RELATIVE),
        ("jobs: 1\njobs: 2", "2:1: jobs: this key stands already in line 1", ""),
        ("parameters: {A-1: {x: {a: 1, a: 1}}}", "1:30: parameters.A-1.x.a: this key stands already in line 1", ""),
    ],
)  # fmt: skip
def test_says_what_was_found_and_what_was_wanted(text: str, message: str, hint: str) -> None:
    error = refusal(text)
    assert (str(error), error.hint) == (f"tfcheck.yaml:{message}", hint)


@pytest.mark.parametrize("parser", ["C parser", "Python parser"])
@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("waivers:\n- address: *", "tfcheck.yaml:2:13: not YAML: while scanning an alias, "),
        ("waivers: [{address: a.b[0]}]", "tfcheck.yaml:1:24: not YAML: while parsing a flow mapping, "),
        ("reason: a: b", "tfcheck.yaml:1:10: not YAML: mapping values are not allowed "),
        ("select:\n\t- A", "tfcheck.yaml:2:1: not YAML: while scanning for the next token, "),
        ("select: `A`", "tfcheck.yaml:1:9: not YAML: while scanning for the next token, "),
    ],
    ids=["a star", "brackets", "a colon", "a tab", "a back quote"],
)
def test_text_that_needs_quotes_is_told_so(text: str, start: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if parser == "Python parser":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    error = refusal(text)
    assert str(error).startswith(start)
    assert error.hint == QUOTES


def test_a_glob_that_yaml_takes_for_an_alias_is_told_so() -> None:
    error = refusal("skip: [*-014]")
    assert str(error) == "tfcheck.yaml:1:8: skip[0]: found the alias *-014, wanted a plain value"
    assert error.hint == "write the value out, or the text in quotes"


def test_a_template_that_nobody_filled_in_is_told_so() -> None:
    assert str(refusal("target: {{ target }}")).splitlines() == [
        "2 errors in the configuration",
        f"  tfcheck.yaml:1:9: target: found a mapping, wanted {TARGET}",
        "  tfcheck.yaml:1:10: target: a key that is not plain text",
        f"    hint: {QUOTES}",
    ]


def test_tells_everything_that_is_wrong_in_all_files_at_once() -> None:
    Path("one.yaml").write_text("waiver:\n- a\n", encoding="utf-8")
    Path("two.yaml").write_text("waivers: [", encoding="utf-8")
    text = "waiver_files: [one.yaml, none.yaml, two.yaml]\nselect: A\nsevrity: low\nmemory_limit: 5\n"
    error = refusal(text)
    shown = str(error).replace("expected the node content", "did not find expected node content")
    assert shown.splitlines()[:-2] == [
        "7 errors in the configuration",
        "  tfcheck.yaml:1:26: waiver_files[1]: no such file: none.yaml",
        "    hint: paths are relative to the folder of the configuration file",
        f"  tfcheck.yaml:2:9: select: found the text 'A', wanted {SELECTION}",
        "  tfcheck.yaml:3:1: sevrity: unknown key",
        "    hint: did you mean severity?",
        "  tfcheck.yaml:4:15: memory_limit: found the number 5, wanted a size between 64MiB and 1024TiB",
        "  one.yaml:1:1: missing waivers",
        "  one.yaml:1:1: waiver: unknown key",
        "    hint: did you mean waivers?",
    ]
    assert shown.splitlines()[-2].startswith("  two.yaml:2:1: not YAML: while parsing a flow ") or shown.splitlines()[
        -2
    ].startswith("  two.yaml:1:11: not YAML: while parsing a flow ")
    assert error.hint == ""


def test_a_key_that_is_like_no_other_is_told_them_all() -> None:
    keys = ", ".join(shipped.schema("config/tfcheck.json")["properties"])
    assert refusal("zzz: 1").hint == f"the keys here are {keys}"


def test_a_waiver_file_that_is_a_folder_is_told_so() -> None:
    Path("waivers").mkdir()
    assert str(refusal("waiver_files: [waivers]")) == "waivers: cannot be read: Is a directory"


def test_more_errors_than_anyone_reads_are_counted() -> None:
    lines = str(refusal("\n".join(f"key{number}: 1" for number in range(120)))).splitlines()
    assert lines[0] == "120 errors in the configuration"
    assert lines[-1] == "  and 70 more"
    assert sum("unknown key" in line for line in lines) == 50


def test_long_text_is_shortened() -> None:
    message = str(refusal(f"strict: {'x' * 1000}\n"))
    assert message == f"tfcheck.yaml:1:9: strict: found the text '{'x' * 59}…, wanted true or false"


def test_a_key_is_quoted_where_it_is_not_a_word() -> None:
    assert str(refusal('"a b\\n": 1')) == r"tfcheck.yaml:1:1: 'a b\n': unknown key"


@pytest.mark.parametrize("name", ["config/tfcheck.json", "config/waivers.json"])
def test_the_schemas_are_valid_and_closed(name: str) -> None:
    schema = shipped.schema(name)
    Draft202012Validator.check_schema(schema)
    for part in _parts(schema):
        if part.get("type") == "object":
            assert "additionalProperties" in part, part


@pytest.mark.parametrize("name", ["config/tfcheck.json", "config/waivers.json"])
def test_every_part_of_the_schemas_says_what_is_wanted(name: str) -> None:
    for part in _parts(shipped.schema(name)):
        if part.keys() & {"type", "enum", "pattern", "minimum"}:
            assert "title" in part, json.dumps(part)


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    """All subschemas; a mapping of properties is not one, and neither is an empty schema."""
    if isinstance(schema, dict):
        if "properties" not in schema or isinstance(schema["properties"], dict):
            yield schema
        for key, value in schema.items():
            if key in {"properties", "$defs"}:
                for part in value.values():
                    yield from _parts(part)
            else:
                yield from _parts(value)
