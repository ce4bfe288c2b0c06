"""`tfcheck policies`: what it shows, and that the defaults for OPA are up to date."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from click.testing import CliRunner

from checker import shipped
from checker.cli import cli
from checker.errors import UsageError

_OWN = """\
# METADATA
# title: Tables have an owner
# description: |
#   Looks at every table.
#
#   - A table without owner belongs to whoever made it.
#   - A table of a person goes with the person.
# related_resources:
#   - https://example.com/owners
# custom:
#   id: ACME-TAB-002
#   severity: low
#   resource_types: [databricks_sql_table]
#   remediation: Name an owner.
#   aliases: [ACME-TAB-001]
#   controls:
#     sat: [GOV-1]
#   parameters:
#     owners:
#       description: Who may own a table.
#       default: [data-platform]
#       schema: {type: array, items: {type: string}}
package acme.tables.owner

deny contains 1 if false

undecided contains 1 if false

checked contains 1 if false
"""


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def own(tmp_path):
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "owner.rego").write_text(_OWN)
    return folder


def run(*args):
    result = CliRunner().invoke(cli, ["policies", *args], standalone_mode=False)
    if result.exception:
        raise result.exception
    assert result.return_value in {None, 0}
    return result.stdout


def ids(*args):
    return run("list", "--format", "ids", *args).split()


def test_lists_every_policy_by_default():
    listed = [each["id"] for each in json.loads(run("list", "--format", "json"))]
    assert listed == sorted(listed)
    assert {"DBX-ML-001", "DBX-EXP-001"} <= set(listed)
    assert ids() == listed


def test_the_table_has_each_policy_once_below_its_group_and_fits_into_80_columns():
    text = run("list")
    assert max(map(len, text.splitlines())) <= 80
    assert re.findall(r"^  ([A-Z]+-[A-Z0-9-]+) ", text, re.MULTILINE) == [
        each["id"]
        for each in sorted(json.loads(run("list", "--format", "json")), key=lambda each: (each["group"], each["id"]))
    ]
    groups = re.findall(r"^([a-z_]+)$", text, re.MULTILINE)
    assert groups == sorted(groups)
    assert "experiments" in groups


def test_the_table_says_severity_sets_and_title():
    lines = run("list").splitlines()
    (first,) = [number for number, line in enumerate(lines) if "DBX-ML-001" in line]
    assert re.match(r"  DBX-ML-001 +high +Registered models grant only", lines[first])
    assert "baseline,llmops" in [line.strip() for line in lines[first : first + 3]]


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["--select", "DBX-ML-001"], ["DBX-ML-001"]),
        (["--select", "DBX-EXP-001,DBX-ML-001"], ["DBX-EXP-001", "DBX-ML-001"]),
        (["--select", "experiments", "--severity", "high"], ["DBX-EXP-001"]),
        (["--select", "DBX-ML-00[12]", "--set", "baseline"], ["DBX-ML-001"]),
        (["--select", "ACME-*"], ["ACME-TAB-002"]),
        (["--select", "ACME-TAB-001"], ["ACME-TAB-002"]),
    ],
    ids=["id", "two ids", "group and severity", "glob and set", "own policy", "former id"],
)
def test_filters(own, args, expected):
    assert ids("--policy", str(own), *args) == expected


def test_a_set_holds_only_its_own():
    listed = json.loads(run("list", "--format", "json", "--set", "llmops"))
    assert listed
    assert all("llmops" in each["sets"] for each in listed)


@pytest.mark.usefixtures("own")
def test_takes_folders_and_severities_from_the_configuration(tmp_path):
    (tmp_path / "tfcheck.yaml").write_text("policies: [own]\nseverities: {ACME-TAB-002: critical}\n")
    assert ids("--severity", "critical", "--select", "ACME-*") == ["ACME-TAB-002"]


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (["list", "--select", "DBX-ML-01"], "did you mean DBX-ML-"),
        (["list", "--set", "llmop"], "did you mean llmops?"),
        (["show", "DBX-ML-0001"], "did you mean DBX-ML-001"),
        (["show", "what"], "tfcheck policies list shows what there is"),
    ],
)
def test_unknown_names_are_usage_errors(args, hint):
    with pytest.raises(UsageError) as caught:
        run(*args)
    assert hint in caught.value.hint


def test_shows_everything_about_a_policy(own):
    text = run("show", "ACME-TAB-002", "--policy", str(own))
    for line in (
        "ACME-TAB-002  low  baseline\nTables have an owner\n\nLooks at every table.\n",
        "- A table without owner belongs to whoever made it.\n- A table of a person",
        "What to do\n  Name an owner.",
        "Looks at    databricks_sql_table",
        "Former ids  ACME-TAB-001",
        "Package     acme.tables.owner",
        '    default  ["data-platform"]',
        '    schema   {"type": "array", "items": {"type": "string"}}',
        'parameters:\n      ACME-TAB-002:\n        owners: ["data-platform"]',
        "SAT (Databricks Security Analysis Tool): GOV-1",
        "References\n  https://example.com/owners",
        "waivers:\n      - policy: ACME-TAB-002\n        address: databricks_sql_table.NAME",
        "--skip ACME-TAB-002",
    ):
        assert line in text
    assert "await review" not in text  # SAT's ids are its authors' own


def test_says_that_assigned_controls_await_review():
    text = " ".join(run("show", "DBX-ML-001").split())
    assert "All ids but those of SAT and DASF were assigned from the controls' titles and await review." in text


def test_pages_of_all_policies_fit_into_80_columns():
    for policy in ids():
        assert max(map(len, run("show", policy).splitlines())) <= 80


@pytest.mark.parametrize("name", ["ACME-TAB-002", "ACME-TAB-001", "acme-tab-002"], ids=["id", "former id", "small"])
def test_shows_a_policy_by_any_of_its_names(own, name):
    assert run("show", name, "--policy", str(own)).startswith("ACME-TAB-002")


def test_a_broken_policy_is_told_and_makes_the_list_incomplete(own):
    (own / "broken.rego").write_text("# METADATA\n# custom: {id: ACME-X-001}\npackage acme.broken\n")
    done = subprocess.run(
        [sys.executable, "-m", "checker", "policies", "list", "--policy", str(own), "--format", "ids"],
        capture_output=True,
        text=True,
        check=False,
        cwd=shipped.policies().parent,
    )
    assert done.returncode == 3
    assert "ACME-TAB-002" in done.stdout
    assert "broken.rego:1" in done.stderr


def test_the_shipped_defaults_are_up_to_date():
    """`make policies` writes the file again."""
    file = shipped.policies() / "tfcheck/parameters/data.json"
    assert file.read_text(encoding="utf-8") == run("defaults")


def test_writes_the_defaults_of_a_folder(own):
    run("defaults", str(own), "--output", str(own / "tfcheck/parameters/data.json"))
    written = json.loads((own / "tfcheck/parameters/data.json").read_text())
    assert written == {"ACME-TAB-002": {"owners": ["data-platform"]}}
    assert ids("--policy", str(own), "--select", "ACME-*") == ["ACME-TAB-002"]  # the file is no obstacle to reading


def test_lists_the_policies_of_a_framework_with_their_controls():
    found = ids("--framework", "nist-800-53")
    listed = json.loads(run("list", "--format", "json"))
    assert found == [each["id"] for each in listed if "nist-800-53" in each["controls"]]
    text = run("list", "--framework", "nist-800-53", "--select", "DBX-ML-001")
    assert re.search(r"^ +AC-3, AC-6$", text, re.MULTILINE)
    assert "await review" in " ".join(text.split())


def test_a_framework_whose_ids_were_reviewed_says_nothing_of_it():
    assert "await review" not in " ".join(run("list", "--framework", "sat").split())


@pytest.mark.parametrize("args", [["list", "--framework", "nist"], ["controls", "nist"]])
def test_a_framework_that_is_not_known(args):
    with pytest.raises(UsageError) as caught:
        run(*args)
    assert "nist-800-53" in caught.value.hint


def test_every_control_has_a_line_and_its_policies():
    text = run("controls", "nist-800-53")
    assert re.search(r"^  AC-6 +Least Privilege: DBX-", text, re.MULTILINE)
    assert re.search(r"^  PE-13 +Fire Protection: no policy$", text, re.MULTILINE)
    assert max(map(len, text.splitlines())) <= 80
    assert "await review" in " ".join(text.split())


def test_controls_without_a_policy_are_the_others():
    every = json.loads(run("controls", "iso-27001", "--format", "json"))
    uncovered = json.loads(run("controls", "iso-27001", "--uncovered", "--format", "json"))
    assert every["awaits_review"]
    assert len(every["controls"]) == 93
    assert uncovered["controls"] == [each for each in every["controls"] if not each["policies"]]
    assert 0 < len(uncovered["controls"]) < 93


def test_controls_of_own_policies(own):
    tree = json.loads(run("controls", "sat", "--policy", str(own), "--format", "json"))
    assert {each["id"]: each["policies"] for each in tree["controls"]}["GOV-1"] == ["ACME-TAB-002"]


def test_controls_that_the_framework_has_not(own):
    (own / "owner.rego").write_text(_OWN.replace("sat: [GOV-1]", "nist-800-53: [AC-6(5), XX-1]"))
    tree = json.loads(run("controls", "nist-800-53", "--policy", str(own), "--format", "json"))
    assert tree["unknown"] == {"XX-1": ["ACME-TAB-002"]}
    assert "ACME-TAB-002" in {each["id"]: each["policies"] for each in tree["controls"]}["AC-6"]
    assert "XX-1 is not in the list of controls: ACME-TAB-002" in run("controls", "nist-800-53", "--policy", str(own))


def test_types_of_the_provider_and_who_looks_at_them():
    tree = json.loads(run("types", "--format", "json"))
    assert "DBX-ML-001" in tree["covered"]["databricks_grants"]
    assert tree["forgotten"] == [type_ for type_ in tree["forgotten"] if type_ not in tree["covered"]]
    text = run("types")
    assert max(map(len, text.splitlines())) <= 80
    assert re.search(r"^  databricks_grants  .*DBX-ML-001", text, re.MULTILINE)
    assert f"{len(tree['forgotten'])} forgotten" in " ".join(text.split())


def test_only_types_that_were_forgotten():
    text = run("types", "--forgotten")
    assert "databricks_grants" not in text
    assert (
        re.findall(r"^  (databricks_\w+)$", text, re.MULTILINE)
        == json.loads(run("types", "--format", "json"))["forgotten"]
    )


def test_own_policies_cover_types_too(own):
    tree = json.loads(run("types", "--policy", str(own), "--format", "json"))
    assert "ACME-TAB-002" in tree["covered"]["databricks_sql_table"]


def test_lint_is_content_with_what_exists(own):
    assert run("lint", "--policy", str(own)) == ""


def test_lint_names_what_no_provider_has(own):
    (own / "owner.rego").write_text(_OWN.replace("[databricks_sql_table]", "[databricks_sql_tabel]"))
    result = CliRunner().invoke(cli, ["policies", "lint", "--policy", str(own)], standalone_mode=False)
    assert result.return_value == 1
    assert re.fullmatch(
        r".*/owner\.rego:1: ACME-TAB-002: no resource type databricks_sql_tabel in provider databricks [0-9.]+; "
        r"did you mean databricks_sql_table\?\n",
        result.stdout,
    )
