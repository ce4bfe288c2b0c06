"""Waivers in comments: what they say, what they stand at, what is wrong with them."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from checker import shipped
from checker.hcl import parse, parse_json
from checker.model import Location, Region, Waiver
from checker.sources import remarks
from checker.sources.bundles import yaml_remarks
from checker.sources.configurations import hcl_remarks
from tests.reading import ROOT

TERMS = 'until=2027-01-31 reason="why not"'


def lines(waiver: Waiver) -> tuple[int, int, str]:
    """The first and last line that a waiver is for, and the address."""
    assert waiver.region is not None
    return waiver.region.first, waiver.region.last, waiver.address


def region(text: str) -> tuple[int, int, str]:
    """First and last line, and address, of the only waiver in a `.tf` file."""
    found = hcl_remarks.of_file(parse(text), "main.tf")
    assert found.problems == ()
    (waiver,) = found.waivers
    return lines(waiver)


def refused(text: str) -> tuple[str, str]:
    """Message and hint."""
    found = hcl_remarks.of_file(parse(f"# {text}\nlocals {{}}\n"), "main.tf")
    assert found.waivers == ()
    (problem,) = found.problems
    assert (problem.stage, problem.location) == ("read", Location(file="main.tf", line=1, column=1))
    return problem.message, problem.hint


def test_what_a_waiver_says() -> None:
    text = (
        '# tfcheck:waive DBX-*-00? reason="say \\"no\\"  more" until=2027-01-31 owner=a@b.c ticket="T 1"\nlocals {}\n'
    )
    assert hcl_remarks.of_file(parse(text), "x/main.tf").waivers == (
        Waiver(
            policy="DBX-*-00?",
            address="locals",
            reason='say "no" more',
            owner="a@b.c",
            expires=date(2027, 1, 31),
            ticket="T 1",
            location=Location(file="x/main.tf", line=1, column=1),
            region=Region(file="x/main.tf", first=2, last=1 << 30),
        ),
    )


JOB = """\
resource "databricks_job" "j" {{{0}
  {1}
  name = "n" {2}
  {3}
  tags = {{
    {4}
    a = 1
    b = 2 {5}
  }}

  dynamic "task" {{ {6}
    for_each = []
    content {{
      {7}
      task_key = "t"
      libraries = [
        1,
        {8}
        2,
        3,
      ]
    }}
  }}
}}

data "x" "y" {{
  {9}
  z = 1
}}
"""


@pytest.mark.parametrize("style", ["# {}", "// {}", "/* {} */", "/*\n{}\n*/"], ids=["#", "//", "/* */", "lines"])
@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (0, (1, 25, "databricks_job.j")),
        (1, (3, 4, "databricks_job.j")),
        (2, (3, 4, "databricks_job.j")),
        (3, (5, 10, "databricks_job.j")),
        (4, (7, 7, "databricks_job.j")),
        (5, (8, 10, "databricks_job.j")),
        (6, (11, 25, "databricks_job.j")),
        (7, (15, 15, "databricks_job.j")),
        (8, (19, 19, "databricks_job.j")),
        (9, (28, 1 << 30, "data.x.y")),
    ],
)
def test_what_a_waiver_stands_at(place: int, expected: tuple[int, int, str], style: str) -> None:
    comment = style.format(f"tfcheck:waive A-1 {TERMS}")
    text = JOB.format(*(comment if place == number else "" for number in range(10)))
    more = comment.count("\n")
    if place in (0, 2, 5, 6) and more:
        pytest.skip("what stands behind something ends on its line")
    first, last, address = region(text)
    assert (first - more, last if last == 1 << 30 else last - more, address) == expected


def test_several_stand_above_one_block() -> None:
    text = f'# tfcheck:waive A-1 {TERMS}\n# because of that\n// tfcheck:waive A-2 {TERMS}\nresource "a" "b" {{\n}}\n'
    found = hcl_remarks.of_file(parse(text), "main.tf").waivers
    assert [(each.policy, each.region and each.region.first) for each in found] == [("A-1", 4), ("A-2", 4)]


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (f"tfcheck:waiv A-1 {TERMS}", "a comment for tfcheck that is none: tfcheck:waiv", "it is written: "),
        (f"tfcheck: waive A-1 {TERMS}", "a comment for tfcheck that is none: something else", "it is written: "),
        (f"TFCheck:Waive A-1 {TERMS}", "a comment for tfcheck that is none: TFCheck:Waive", "it is written: "),
        ("tfcheck:ignore A-1", "a comment for tfcheck that is none: tfcheck:ignore", "it is written: "),
        ("tfcheck waive A-1", "a comment for tfcheck that is none: tfcheck", "it is written: "),
        ("tfcheck:waive A-1", "tfcheck:waive without until and reason", "it is written: "),
        ("tfcheck:waive A-1 until=2027-01-31", "tfcheck:waive without reason", "it is written: "),
        ('tfcheck:waive A-1 until=2027-01-31 reason=" "', "tfcheck:waive without reason", "it is written: "),
        (f"tfcheck:waive A-1 {TERMS} ownr=x", "tfcheck:waive has no key ownr", "did you mean owner?"),
        ('tfcheck:waive A-1 expires=2027-01-31 reason="x"', "tfcheck:waive has no key expires", "did you mean until?"),
        (
            f"tfcheck:waive A-1 {TERMS} zzz=x",
            "tfcheck:waive has no key zzz",
            "the keys are until, reason, owner, ticket",
        ),
        (f"tfcheck:waive A-1 {TERMS} until=2027-01-31", "tfcheck:waive says until twice", "it is written: "),
        (
            'tfcheck:waive A-1 until=2027-02-30 reason="x"',
            "tfcheck:waive until 2027-02-30: wanted a date, such as 2027-01-31",
            "it is written: ",
        ),
        (
            'tfcheck:waive A-1 until=soon reason="x"',
            "tfcheck:waive until soon: wanted a date, such as 2027-01-31",
            "it is written: ",
        ),
        (
            f"tfcheck:waive {TERMS}",
            "tfcheck:waive names one policy, by its id or a glob of ids; found no policy",
            "it is written: ",
        ),
        (
            f"tfcheck:waive A-1 A-2 {TERMS}",
            "tfcheck:waive names one policy, by its id or a glob of ids; found A-1 and A-2",
            "it is written: ",
        ),
        (
            "tfcheck:waive A-1 until=2027-01-31 reason=two words",
            "tfcheck:waive names one policy, by its id or a glob of ids; found A-1 and words",
            "it is written: ",
        ),
        (
            'tfcheck:waive A-1 until=2027-01-31 reason="never closed',
            "tfcheck:waive whose quotation marks do not fit together",
            "it is written: ",
        ),
    ],
)
def test_what_is_nearly_a_waiver_is_a_mistake(text: str, message: str, hint: str) -> None:
    found = refused(text)
    assert (found[0], found[1].startswith(hint)) == (message, True)


@pytest.mark.parametrize(
    "text",
    [
        'locals {\n  a = 1\n} # tfcheck:waive A-1 until=2027-01-31 reason="x"\n',
        '# tfcheck:waive A-1 until=2027-01-31 reason="x"\n\nlocals {}\n',
        'locals {\n  # tfcheck:waive A-1 until=2027-01-31 reason="x"\n}\n',
    ],
    ids=["behind the end", "blank line", "above nothing"],
)
def test_a_waiver_stands_at_something(text: str) -> None:
    found = hcl_remarks.of_file(parse(text), "main.tf")
    assert [each.message for each in found.problems] == ["tfcheck:waive that stands at no block and no attribute"]


@pytest.mark.parametrize("text", ["about tfcheck", "see tfcheck's waivers", "uses tfcheck: nice", "tfcheck is great"])
def test_other_comments_are_left_alone(text: str) -> None:
    assert hcl_remarks.of_file(parse(f"# {text}\nlocals {{}}\n"), "main.tf") == remarks.Remarks()


def test_text_is_no_comment() -> None:
    text = f'locals {{\n  a = "# tfcheck:waive A-1"\n  b = <<EOT\n# tfcheck:waive A-1 {TERMS}\nEOT\n}}\n'
    assert hcl_remarks.of_file(parse(text), "main.tf") == remarks.Remarks()


def test_a_credential_in_a_reason_is_masked() -> None:
    token = "dapi" + "0123456789abcdef" * 2
    text = f'# tfcheck:waive A-1 until=2027-01-31 reason="with {token} it works"\nlocals {{}}\n'
    (waiver,) = hcl_remarks.of_file(parse(text), "main.tf").waivers
    assert waiver.reason == "with (sensitive value) it works"
    assert token not in str(refused(f"tfcheck:waive {token} {token}"))


def test_the_rules_are_those_of_the_waiver_file() -> None:
    schema = json.loads((ROOT / "schemas/config/waivers.json").read_text(encoding="utf-8"))["$defs"]["waiver"]
    assert {*schema["properties"], "until"} - {"policy", "address", "expires"} == {*remarks.KEYS}
    for policy in ("DBX-JOB-001", "DBX-*", "a.b", "x/y", "é"):
        pattern = schema["properties"]["policy"]["pattern"]
        expected = bool(re.search(pattern, policy))
        found = hcl_remarks.of_file(parse(f"# tfcheck:waive {policy} {TERMS}\nlocals {{}}\n"), "main.tf")
        assert bool(found.waivers) is expected
    assert shipped.schemas().is_dir()


WAIVER = "tfcheck:waive {} until=2027-01-31 reason=x"
JSON = """\
{{
  "//": "{0}",
  "resource": {{
    "//": "{1}",
    "databricks_job": {{
      "j": {{
        "//": "{2}",
        "name": "n",
        "task": [
          {{"//": "{3}", "task_key": "a"}},
          {{
            "notebook_task": {{
              "//": ["about", "{4}", "{5}"]
            }}
          }}
        ],
        "lifecycle": {{
          "ignore_changes": ["x"], "//": "{6}"
        }}
      }},
      "k": {{"name": "//", "x": [
        {{"a": 1, "//": "{7}"}}, {{"b": 2}}
      ]}}
    }}
  }}
}}
"""


def in_json(text: str) -> remarks.Remarks:
    return hcl_remarks.of_file(parse_json(text), "main.tf.json")


def test_waivers_in_json_are_for_the_object_that_they_are_in() -> None:
    found = in_json(JSON.format(*(WAIVER.format(f"A-{number}") for number in range(8))))
    assert {each.policy: lines(each) for each in found.waivers} == {
        "A-2": (6, 20, "databricks_job.j"),
        "A-3": (10, 10, "databricks_job.j"),
        "A-4": (12, 14, "databricks_job.j"),
        "A-5": (12, 14, "databricks_job.j"),
        "A-6": (17, 19, "databricks_job.j"),
    }
    hint = 'write it under "//" into the object of one block, which shares its lines with no other'
    message = "tfcheck:waive that stands at no block and no attribute"
    assert [(each.message, each.hint, each.location and each.location.line) for each in found.problems] == [
        (message, hint, line) for line in (22, 4, 2)
    ]


def test_a_waiver_in_json_on_one_line_would_be_for_all_of_it() -> None:
    text = json.dumps(json.loads(JSON.format(*([""] * 2), WAIVER.format("A-2"), *([""] * 5))))
    assert (in_json(text).waivers, len(in_json(text).problems)) == ((), 1)


def test_in_json_a_mistake_is_told_and_other_comments_are_left_alone() -> None:
    found = in_json('{"locals": {\n  "//": "tfcheck:waive A-1",\n  "a": "tfcheck:waive A-1"\n}}')
    assert [(each.message, str(each.location)) for each in found.problems] == [
        ("tfcheck:waive without until and reason", "main.tf.json:2:3")
    ]
    assert in_json('{"//": "about tfcheck", "locals": {"//": {"a": 1}, "//": null}}') == remarks.Remarks()


BUNDLE = """\
# tfcheck:waive A-0 until=2027-01-31 reason="x"
bundle:
  name: b  # tfcheck:waive A-1 until=2027-01-31 reason="x"
resources:
  jobs:
    # tfcheck:waive A-2 until=2027-01-31 reason="x"
    nightly: &anchor
      name: "no # tfcheck:waive A-9 comment"
      description: |
        # tfcheck:waive A-9 neither
      tasks:
        # tfcheck:waive A-3 until=2027-01-31 reason="x"
        - task_key: a
          x: 1
        - task_key: b  # tfcheck:waive A-4 until=2027-01-31 reason="x"
          # tfcheck:waive A-5 until=2027-01-31 reason="x"
          y: {z: 1}
    other: *anchor
"""


def test_waivers_of_a_bundle() -> None:
    found = yaml_remarks.of_text(BUNDLE.encode(), "databricks.yml")
    assert found.problems == ()
    assert {each.policy: lines(each) for each in found.waivers} == {
        "A-0": (2, 3, "bundle"),
        "A-1": (3, 3, "bundle.name"),
        "A-2": (7, 17, "resources.jobs.nightly"),
        "A-3": (13, 14, "resources.jobs.nightly"),
        "A-4": (15, 17, "resources.jobs.nightly"),
        "A-5": (17, 17, "resources.jobs.nightly"),
    }


def test_mistakes_in_a_bundle() -> None:
    found = yaml_remarks.of_text(b"a: 1 # tfcheck:waive A-1\n", "databricks.yml")
    (problem,) = found.problems
    assert problem.location == Location(file="databricks.yml", line=1, column=6)


def test_a_bomb_of_aliases_is_passed_over() -> None:
    lines = ["# tfcheck:nothing", "a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    found = yaml_remarks.of_text("\n".join(lines).encode(), "databricks.yml")
    assert len(found.problems) == 1
