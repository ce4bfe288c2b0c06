"""`tfcheck check`: what it says and which exit code it has."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from tests.running import ANSWERS, CLEAN, COMMAND, LLMOPS, RISKY, ROOT, environment, tfcheck, write_policy

OWN = ("--policy", "own", "--set", "own")
BUG = "this is a bug in tfcheck"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with policies of its own in `own`; tests write there what they need."""
    (tmp_path / "own").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("rules", "options", "code"),
    [
        ("passes", (), 0),
        ("ignores", (), 0),
        ("fails", (), 1),
        ("fails", ("--fail-on", "high"), 1),
        ("fails", ("--fail-on", "critical"), 0),
        ("doubts", (), 0),
        ("doubts", ("--strict",), 1),
        ("doubts", ("--strict", "--fail-on", "critical"), 0),
        ("doubts", ("--strict", "--no-strict"), 0),
    ],
)
def test_exit_codes(folder: Path, rules: str, options: tuple[str, ...], code: int) -> None:
    write_policy(folder / "own", rules=ANSWERS[rules])
    assert tfcheck(CLEAN, *OWN, *options, cwd=folder).code == code


def test_what_could_not_be_looked_at_goes_before_findings(folder: Path) -> None:
    write_policy(folder / "own", rules=ANSWERS["fails"])
    done = tfcheck(CLEAN, "missing.json", *OWN, cwd=folder)
    assert done.code == 3
    assert "OWN-1" in done.out
    assert "no such file" in done.out


def test_a_policy_that_breaks_goes_before_findings(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", ANSWERS["fails"])
    write_policy(folder / "own", "OWN-2", ANSWERS["passes"].replace("deny := set()", "deny := 1 / 0"))
    done = tfcheck(CLEAN, *OWN, "--format", "json", cwd=folder)
    assert done.code == 3
    assert done.statuses == {"OWN-1": "FAILED", "OWN-2": "BROKEN"}


@pytest.mark.parametrize("arguments", [(), ("check",)], ids=["nothing", "check"])
def test_without_files_it_says_how_it_is_used_and_is_not_green(folder: Path, arguments: tuple[str, ...]) -> None:
    done = tfcheck(*arguments, cwd=folder)
    assert done.code == 2
    assert "Usage: tfcheck" in done.err
    assert done.out == ""


def test_a_file_alone_is_the_same_as_check(folder: Path) -> None:
    write_policy(folder / "own", rules=ANSWERS["fails"])
    assert tfcheck(CLEAN, *OWN, cwd=folder) == tfcheck("check", CLEAN, *OWN, cwd=folder)
    assert tfcheck(*OWN, CLEAN, cwd=folder) == tfcheck("check", CLEAN, *OWN, cwd=folder)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("plan.json", "--formt", "json"), "No such option '--formt'. Did you mean '--format'?"),
        (("plan.json", "--format", "jsn"), "unknown format 'jsn'; known formats: text, json, sarif, "),
        (("plan.json", "--jobs", "0"), "0 is not in the range 1<=x<=256"),
        (("plan.json", "--fail-on", "bad"), "'bad' is not one of 'info', 'low', 'medium', 'high', 'critical'"),
        (("plan.json", "--set", "llmop"), "no policy set llmop\nhint: did you mean llmops?"),
        (
            ("plan.json", "--select", "DBX-ML-01"),
            "--select DBX-ML-01: no such policy or group\nhint: did you mean DBX-ML-0",
        ),
        (("plan.json", "--select", "modles"), "--select modles: no such policy or group\nhint: did you mean models"),
        (("plan.json", "--select", "XYZ-*"), "--select XYZ-*: no such policy or group"),
        (
            ("plan.json", "--skip", "DBX-ML-01"),
            "--skip DBX-ML-01: no such policy or group\nhint: did you mean DBX-ML-0",
        ),
        (("plan.json", "--select", ""), "'--select': names nothing"),
        (("plan.json", "--select", " ,"), "'--select': names nothing"),
        (("plan.json", "--select", "models", "--skip", "models"), "no policy is left to run\nhint: "),
        (("plan.json", "--policy", "missing"), "missing: no such folder\nhint: "),
        (("plan.json", "--policy", "own"), "own: no policies in this folder\nhint: "),
        (("plan.json", "--policy", "plan.json"), "plan.json: not a folder\nhint: "),
        (("plan.json", "--config", "missing.yaml"), "missing.yaml: cannot be read: No such file or directory"),
        (
            ("plan.json", "--output", "missing/report.txt"),
            "missing/report.txt: there is no folder missing\nhint: make it first, or name another",
        ),
        (("plan.json", "--output", "own"), "own: is a folder\nhint: name a file in it"),
        (("",), "an empty file name\nhint: "),
        (("polices", "list"), "No such command or file 'polices'. Did you mean 'policies'?"),
        (("chek", "plan.json"), "No such command or file 'chek'. Did you mean 'check'?"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_usage_errors_say_what_and_what_next(folder: Path, arguments: tuple[str, ...], sentence: str) -> None:
    (folder / "plan.json").write_bytes(CLEAN.read_bytes())
    done = tfcheck(*arguments, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert BUG not in done.err


def selected(folder: Path, *options: str) -> set[str]:
    done = tfcheck(CLEAN, "--policy", "own", *options, "--format", "json", cwd=folder)
    assert done.code == 0, done.err
    return set(done.statuses)


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (("--set", "own"), {"OWN-1", "OWN-2"}),
        (("--set", "own,other"), {"OWN-1", "OWN-2", "OTHER-1"}),
        (("--set", "own", "--set", "other"), {"OWN-1", "OWN-2", "OTHER-1"}),
        (("--select", "OWN-1"), {"OWN-1"}),
        (("--select", "OWN-*"), {"OWN-1", "OWN-2"}),
        (("--select", "OWN-1, OTHER-1"), {"OWN-1", "OTHER-1"}),
        (("--select", "OWN-1", "--select", "OTHER-1"), {"OWN-1", "OTHER-1"}),
        (("--select", "mine"), {"OWN-1", "OWN-2"}),
        (("--select", "OWN-*", "--skip", "*-2"), {"OWN-1"}),
        (("--set", "own", "--skip", "OWN-1"), {"OWN-2"}),
        (("--set", "own", "--severity", "high"), {"OWN-1"}),
        (("--select", "OLD-2"), {"OWN-2"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_chooses_policies(folder: Path, options: tuple[str, ...], ids: set[str]) -> None:
    write_policy(folder / "own", "OWN-1", package="own.mine.one")
    write_policy(folder / "own", "OWN-2", package="own.mine.two", severity="low", more="  aliases: [OLD-2]")
    write_policy(folder / "own", "OTHER-1", sets="other")
    assert selected(folder, *options) == ids


def test_baseline_is_what_runs_when_nothing_is_chosen(folder: Path) -> None:
    done = tfcheck(CLEAN, "--format", "json", cwd=folder)
    assert {"DBX-ML-001", "DBX-EXP-001"} <= set(done.statuses)
    assert all("baseline" in policy["sets"] for policy in done.report["policies"])


# --- policies of one's own that are wrong: by name, and the others stand


ENDLESS = """\
deny contains {"address": "a", "path": "", "message": "x"} if {
	some a in numbers.range(1, 1000000)
	some b in numbers.range(1, 1000000)
	a * b == 0
}

undecided := set()

checked := set()
"""


@pytest.mark.parametrize(
    ("rules", "message"),
    [
        (ANSWERS["passes"] + "p := {\n", "OWN-2: "),
        (ANSWERS["passes"].replace("undecided := set()\n", ""), "OWN-2: the policy defines no set `undecided`"),
        (ANSWERS["passes"].replace("deny := set()", "deny contains 1 if no_such_function(input)"), "OWN-2: "),
        (
            ANSWERS["passes"].replace("deny := set()", 'deny := {"oh no"}'),
            "OWN-2: answered something else than results",
        ),
        (ANSWERS["passes"].replace("deny := set()", "deny := true"), "OWN-2: answered something else than results"),
        (ANSWERS["fails"].replace('"path": "grant", ', ""), "OWN-2: answered something else than results"),
        (
            ANSWERS["passes"].replace("deny := set()", 'deny := {{"address": "", "path": "", "message": ""}}'),
            "OWN-2: answered something else than results",
        ),
        (ANSWERS["passes"].replace("deny := set()", "deny := true if input.nothing"), "OWN-2: `deny` is undefined"),
        (ANSWERS["passes"].replace("deny := set()", "import data.nowhere.at.all\ndeny := all.x"), "OWN-2: "),
        (ENDLESS, "OWN-2: stopped after "),
    ],
    ids=[
        "syntax error",
        "a set is missing",
        "unknown function",
        "texts instead of results",
        "truth instead of a set",
        "a key is missing",
        "empty address",
        "undefined",
        "library that is not there",
        "never ends",
    ],
)
def test_a_broken_policy_is_named_and_the_others_stand(folder: Path, rules: str, message: str) -> None:
    write_policy(folder / "own", "OWN-1", ANSWERS["fails"])
    write_policy(folder / "own", "OWN-2", rules)
    write_policy(folder / "own", "OWN-3", ANSWERS["passes"])
    (folder / "tfcheck.yaml").write_text("time_limit: 1\n")
    done = tfcheck(CLEAN, *OWN, "--format", "json", cwd=folder)
    assert done.code == 3
    assert done.statuses == {"OWN-1": "FAILED", "OWN-2": "BROKEN", "OWN-3": "PASSED"}
    problem = done.report["runs"][1]["problem"]
    assert problem["message"].startswith(message)
    assert problem["hint"]
    assert problem["location"]["file"] == "own/own_2.rego"


def test_a_policy_that_does_not_end_keeps_the_findings_of_the_others_in_the_text(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", ANSWERS["fails"])
    write_policy(folder / "own", "OWN-2", ENDLESS)
    (folder / "tfcheck.yaml").write_text("time_limit: 1\n")
    done = tfcheck(CLEAN, *OWN, cwd=folder)
    assert done.code == 3
    assert "not allowed" in done.out
    assert "OWN-2: stopped after 1 seconds" in done.out


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("severity: high", "severity: serious"), "METADATA of the policy: custom/severity: 'serious' is not one of"),
        (("id: OWN-2", "id: own2"), "METADATA of the policy: custom/id: 'own2' does not match"),
        (("id: OWN-2", "ID: OWN-2"), "METADATA of the policy: custom: "),
        (("title: Policy OWN-2", "title: [a, b]"), "METADATA of the policy: title: "),
        (("remediation: Do better.", "remedy: Do better."), "METADATA of the policy: custom: "),
        (("title: Policy OWN-2", "title: [a"), "METADATA is not YAML: "),
        (("# METADATA", "# METADATE"), "a policy without METADATA"),
        (("custom:", "costom:"), "a policy without METADATA, or without `custom` in it"),
        (("package own.own_2.own_2", ""), ""),
    ],
    ids=lambda value: value[1] if isinstance(value, tuple) else "",
)
def test_wrong_metadata_is_told_with_its_place_and_the_others_stand(
    folder: Path, change: tuple[str, str], message: str
) -> None:
    write_policy(folder / "own", "OWN-1")
    file = write_policy(folder / "own", "OWN-2")
    text = file.read_text().replace(
        "deny := set()", f"deny contains {ANSWERS['fails'].split('contains ')[1].splitlines()[0]}"
    )
    assert text.count(change[0]) == 1
    file.write_text(text.replace(*change))
    done = tfcheck(CLEAN, *OWN, "--format", "json", cwd=folder)
    assert done.code == 3
    assert done.statuses == {"OWN-1": "PASSED"}
    (problem,) = done.report["problems"]
    assert message in problem["message"]
    assert problem["location"] == {"file": "own/own_2.rego", "line": 1, "column": None, "pointer": ""}
    assert "docs/writing-policies.md" in problem["hint"]


def test_metadata_may_have_blank_lines_behind_it(folder: Path) -> None:
    file = write_policy(folder / "own", "OWN-1")
    file.write_text(file.read_text().replace("package ", "\n\npackage "))
    assert selected(folder, "--set", "own") == {"OWN-1"}


def test_two_policies_with_one_id_end_the_run(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1")
    write_policy(folder / "own/more", "OWN-1", package="own.other")
    done = tfcheck(CLEAN, *OWN, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert "two policies have the id OWN-1: own/more/own_1.rego:1 and own/own_1.rego:1\nhint: " in done.err


def test_two_policies_in_one_package_end_the_run(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", package="own.same")
    write_policy(folder / "own", "OWN-2", package="own.same")
    done = tfcheck(CLEAN, *OWN, cwd=folder)
    assert done.code == 2
    assert "two policies have the package own.same: own/own_1.rego:1 and own/own_2.rego:1\nhint: " in done.err


def test_a_folder_of_policies_may_be_named_twice(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1")
    options = ("--policy", "own/", "--policy", str(folder / "own"), "--policy", str(ROOT / "policies"))
    assert selected(folder, *options, "--set", "own") == {"OWN-1"}


# --- the report


def test_json_has_the_form_of_its_schema(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", ANSWERS["fails"])
    write_policy(folder / "own", "OWN-2", ANSWERS["doubts"])
    write_policy(folder / "own", "OWN-3", "deny := 1 / 0\n")
    done = tfcheck(CLEAN, RISKY, "missing.json", *OWN, "--set", "baseline", "--format", "json", cwd=folder)
    schema = json.loads((ROOT / "schemas/output/report.json").read_bytes())
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(done.report)
    assert done.code == 3


def test_runs_are_in_order_of_policies_then_of_files(folder: Path) -> None:
    write_policy(folder / "own", "OWN-2")
    write_policy(folder / "own", "OWN-1")
    done = tfcheck(RISKY, CLEAN, *OWN, "--format", "json", cwd=folder)
    order = [(run["policy"], Path(run["document"]).parent.name) for run in done.report["runs"]]
    assert order == [("OWN-1", "risky"), ("OWN-1", "prod"), ("OWN-2", "risky"), ("OWN-2", "prod")]


def test_output_goes_into_a_file(folder: Path) -> None:
    printed = tfcheck(CLEAN, cwd=folder)
    written = tfcheck(CLEAN, "--output", "report.txt", cwd=folder)
    assert (written.code, written.out, written.err) == (0, "", "")
    assert (folder / "report.txt").read_text() == printed.out


def test_pipes_and_files_get_no_escape_codes(folder: Path) -> None:
    write_policy(folder / "own", rules=ANSWERS["fails"])
    done = tfcheck(CLEAN, "missing.json", *OWN, "-v", "--output", "report.txt", cwd=folder)
    printed = tfcheck(CLEAN, "missing.json", *OWN, "-v", cwd=folder)
    assert "\x1b" not in done.err + printed.out + printed.err + (folder / "report.txt").read_text()


def test_quiet_says_less_and_verbose_more(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", ANSWERS["fails"])
    write_policy(folder / "own", "OWN-2", ANSWERS["passes"])
    quiet, usual, verbose = (tfcheck(CLEAN, *OWN, *option, cwd=folder).out for option in (["-q"], [], ["-v"]))
    assert "not allowed" in quiet
    assert "Summary" not in quiet
    assert "Summary" in usual
    assert "OWN-2" not in usual
    assert "OWN-2" in verbose


def test_several_at_once_say_the_same(folder: Path) -> None:
    files = [*LLMOPS.glob("*/*.json"), *LLMOPS.glob("*/terraform.tfstate"), "missing.json"]
    assert len(files) > 6
    one, two = (tfcheck(*files, "--format", "json", "--jobs", jobs, cwd=folder) for jobs in ("1", "2"))
    assert one.code == two.code == 3
    assert one.report | {"started": ""} == two.report | {"started": ""}


# --- inputs


def documents(report: dict) -> list[str]:
    return [document["file"] for document in report["documents"]]


def test_reads_standard_input(folder: Path) -> None:
    done = tfcheck("-", "--format", "json", cwd=folder, stdin=CLEAN.read_bytes())
    assert (done.code, documents(done.report)) == (0, ["-"])


def test_reads_gzip(folder: Path) -> None:
    (folder / "plan.json.gz").write_bytes(gzip.compress(RISKY.read_bytes()))
    done = tfcheck("plan.json.gz", cwd=folder)
    assert done.code == 1
    assert "DBX-ML-001" in done.out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are none on Windows")
def test_reads_a_fifo(folder: Path) -> None:
    os.mkfifo(folder / "plan.json")
    with subprocess.Popen(
        [*COMMAND, "plan.json", "--format", "json"], cwd=folder, env=environment(), stdout=subprocess.PIPE
    ) as process:
        (folder / "plan.json").write_bytes(CLEAN.read_bytes())
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert documents(json.loads(out)) == ["plan.json"]


def test_a_file_that_is_given_twice_is_looked_at_once(folder: Path) -> None:
    (folder / "a.json").write_bytes(CLEAN.read_bytes())
    (folder / "link.json").symlink_to("a.json")
    done = tfcheck("a.json", "./a.json", ".", str(folder / "a.json"), "link.json", "--format", "json", cwd=folder)
    assert (done.code, documents(done.report)) == (0, ["a.json"])


def test_searches_folders(folder: Path) -> None:
    for name in ("b/plan.json", "a/deep/terraform.tfstate", ".terraform/terraform.tfstate", "node_modules/x/plan.json"):
        (folder / name).parent.mkdir(parents=True)
        source = CLEAN if name.endswith(".json") else LLMOPS / "prod/terraform.tfstate"
        (folder / name).write_bytes(source.read_bytes())
    (folder / "a/package.json").write_text('{"name": "not a plan"}')
    (folder / "a/list.json").write_text("[1]")
    done = tfcheck(".", "--format", "json", cwd=folder)
    assert documents(done.report) == ["a/deep/terraform.tfstate", "b/plan.json"]
    assert done.report["problems"] == []


def test_a_broken_plan_in_a_folder_is_told(folder: Path) -> None:
    (folder / "good.json").write_bytes(CLEAN.read_bytes())
    (folder / "half.json").write_bytes(CLEAN.read_bytes()[:5000])
    done = tfcheck(".", "--format", "json", cwd=folder)
    assert done.code == 3
    assert documents(done.report) == ["good.json"]
    assert [problem["location"]["file"] for problem in done.report["problems"]] == ["half.json"]


@pytest.mark.parametrize("content", [None, '{"name": "not a plan"}'], ids=["empty", "nothing of concern"])
def test_a_folder_without_plans_is_not_clean(folder: Path, content: str | None) -> None:
    (folder / "plans").mkdir()
    if content:
        (folder / "plans/package.json").write_text(content)
    done = tfcheck(CLEAN, "plans", "--format", "json", cwd=folder)
    assert done.code == 3
    (problem,) = done.report["problems"]
    assert problem["message"] == "no plan, state or configuration in this folder was looked at"
    assert problem["location"]["file"] == "plans"
    assert problem["hint"]


def test_what_is_named_must_be_a_plan_or_a_state(folder: Path) -> None:
    (folder / "package.json").write_text('{"name": "not a plan"}')
    done = tfcheck("package.json", ".", cwd=folder)
    assert done.code == 3
    assert "neither a Terraform plan nor a state" in done.out


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can become somebody else")
def test_a_folder_that_may_not_be_searched_is_not_passed_over(folder: Path) -> None:
    (folder / "plan.json").write_bytes(CLEAN.read_bytes())
    (folder / "secret").mkdir(mode=0)
    program = f"import os; from checker.inputs import find_inputs; os.setuid(65534); find_inputs([{str(folder)!r}])"
    for parent in (folder, *folder.parents[:-2]):
        parent.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd="/", env=environment(), capture_output=True, text=True, check=False
    )
    assert "secret: cannot be searched: Permission denied" in done.stderr


# --- configuration, waivers, parameters, severities, target


def test_finds_its_configuration_in_the_working_directory(folder: Path) -> None:
    write_policy(folder / "own", rules=ANSWERS["fails"])
    (folder / "tfcheck.yaml").write_text("policies: [own]\nsets: [own]\nfail_on: critical\nformat: json\n")
    done = tfcheck(CLEAN, cwd=folder)
    assert (done.code, done.statuses) == (0, {"OWN-1": "FAILED"})


def test_takes_the_configuration_that_is_named(folder: Path) -> None:
    write_policy(folder / "own", rules=ANSWERS["fails"])
    (folder / "tfcheck.yaml").write_text("skip: [NO-SUCH-1]\n")
    (folder / "other.yaml").write_text("policies: [own]\nsets: [own]\n")
    assert tfcheck(CLEAN, "--config", "other.yaml", cwd=folder).code == 1


def test_options_go_before_the_configuration(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", ANSWERS["doubts"])
    write_policy(folder / "own", "OWN-2", ANSWERS["fails"])
    (folder / "tfcheck.yaml").write_text("policies: [own]\nselect: [OWN-2]\nstrict: true\nfail_on: low\nformat: json\n")
    assert tfcheck(CLEAN, "--select", "OWN-1", cwd=folder).code == 1
    assert tfcheck(CLEAN, "--select", "OWN-1", "--no-strict", cwd=folder).code == 0
    assert set(tfcheck(CLEAN, "--set", "own", cwd=folder).statuses) == {"OWN-1", "OWN-2"}
    assert tfcheck(CLEAN, "--fail-on", "critical", "--format", "text", cwd=folder).out.startswith("Findings")


def test_a_wrong_configuration_ends_the_run(folder: Path) -> None:
    (folder / "tfcheck.yaml").write_text("slect: [DBX-ML-001]\n")
    done = tfcheck(CLEAN, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert "tfcheck.yaml:1:1: slect: unknown key" in done.err
    assert "did you mean select?" in done.err


WAIVER = """\
  - policy: {policy}
    address: {address}
    reason: It is known.
    owner: team@example.com
    expires: {expires}
"""


def test_waivers_accept_findings(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", ANSWERS["fails"])
    write_policy(folder / "own", "OWN-2", ANSWERS["fails"])
    write_policy(folder / "own", "OWN-3", ANSWERS["doubts"])
    address = "databricks_grants.registered_model_model"
    (folder / "tfcheck.yaml").write_text(
        "strict: true\nwaivers:\n"
        + WAIVER.format(policy="OWN-1", address=address, expires="2999-12-31")
        + WAIVER.format(policy="OWN-2", address=address, expires="2020-12-31")
        + WAIVER.format(policy="OWN-3", address='"*"', expires="2999-12-31")
        + WAIVER.format(policy="OWN-*", address="databricks_grants.gone", expires="2999-12-31")
    )
    done = tfcheck(CLEAN, *OWN, "--format", "json", cwd=folder)
    assert done.code == 1
    assert done.statuses == {"OWN-1": "PASSED", "OWN-2": "FAILED", "OWN-3": "PASSED"}
    waived, expired, undecided = (run["findings"][0] for run in done.report["runs"])
    assert waived["waiver"]["owner"] == "team@example.com"
    assert (expired["waiver"], expired["expired_waiver"]["expires"]) == (None, "2020-12-31")
    assert undecided["waiver"]["address"] == "*"
    assert [waiver["address"] for waiver in done.report["unused_waivers"]] == ["databricks_grants.gone"]


def test_a_waiver_that_makes_all_well_makes_the_exit_code_0(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", ANSWERS["fails"])
    (folder / "tfcheck.yaml").write_text(
        "waivers:\n" + WAIVER.format(policy="OWN-1", address='"*"', expires="2999-12-31")
    )
    assert tfcheck(CLEAN, *OWN, cwd=folder).code == 0


def test_a_waiver_of_no_policy_ends_the_run(folder: Path) -> None:
    (folder / "tfcheck.yaml").write_text(
        "waivers:\n" + WAIVER.format(policy="DBX-ML-0O1", address='"*"', expires="2999-12-31")
    )
    done = tfcheck(CLEAN, cwd=folder)
    assert done.code == 2
    assert "no policy matches DBX-ML-0O1\nhint: did you mean DBX-ML-0" in done.err


PARAMETERS = """\
  parameters:
    limit:
      description: How many.
      default: 3
      schema: {type: integer, minimum: 1}
"""
LIMITED = """\
deny contains {"address": "databricks_grants.x", "path": "", "message": sprintf("limit %d", [limit])} if limit < 3
undecided := set()
checked := set()
limit := data.tfcheck.parameters["OWN-1"].limit
"""


def test_parameters_reach_the_policy(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", LIMITED, more=PARAMETERS)
    assert tfcheck(CLEAN, *OWN, cwd=folder).code == 0
    (folder / "tfcheck.yaml").write_text("parameters: {OWN-1: {limit: 2}}\n")
    done = tfcheck(CLEAN, *OWN, cwd=folder)
    assert done.code == 1
    assert "limit 2" in done.out


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ("{OWN-1: {limt: 2}}", "parameters.OWN-1.limt: OWN-1 has no such parameter\nhint: did you mean limit?"),
        ("{OWN-2: {limit: 2}}", "parameters.OWN-2: no policy has this id\nhint: did you mean OWN-1?"),
        ("{OWN-1: {limit: many}}", "parameters.OWN-1.limit: 'many' is not of type 'integer'\nhint: limit: How many."),
        ("{OWN-1: {limit: 0}}", "parameters.OWN-1.limit: 0 is less than the minimum of 1"),
    ],
    ids=["parameter", "policy", "type", "value"],
)
def test_wrong_parameters_end_the_run(folder: Path, parameters: str, message: str) -> None:
    write_policy(folder / "own", "OWN-1", LIMITED, more=PARAMETERS)
    (folder / "tfcheck.yaml").write_text(f"parameters: {parameters}\n")
    done = tfcheck(CLEAN, *OWN, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_severities_are_the_users(folder: Path) -> None:
    write_policy(folder / "own", "OWN-1", ANSWERS["fails"], severity="critical")
    (folder / "tfcheck.yaml").write_text("severities: {OWN-1: low}\nfail_on: medium\n")
    done = tfcheck(CLEAN, *OWN, "--format", "json", cwd=folder)
    assert done.code == 0
    assert done.report["runs"][0]["findings"][0]["severity"] == "low"
    assert tfcheck(CLEAN, *OWN, "--severity", "medium", cwd=folder).code == 2


def test_the_target_is_what_policies_see(folder: Path) -> None:
    rules = (
        'deny contains {"address": "terraform", "path": "", "message": sprintf("target %s", [input.document.target])}\n'
        "undecided := set()\nchecked := set()\n"
    )
    write_policy(folder / "own", "OWN-1", rules)
    assert "target staging" in tfcheck(CLEAN, *OWN, "--target", "staging", cwd=folder).out
    (folder / "tfcheck.yaml").write_text("target: development\n")
    assert "target development" in tfcheck(CLEAN, *OWN, cwd=folder).out
    assert "target staging" in tfcheck(CLEAN, *OWN, "--target", "staging", cwd=folder).out


def test_a_bundle_is_checked_for_the_named_target() -> None:
    done = tfcheck("examples/bundle/risky/databricks.yml", "--target", "prod", "--select", "DBX-BND-003", cwd=ROOT)
    assert done.code == 1
    assert "databricks.yml:14:3" in done.out
    assert "examples/bundle/risky/databricks.yml (prod)" in done.out


def test_a_part_of_a_bundle_is_checked_with_the_whole() -> None:
    files = [f"examples/bundle/llmops/resources/{name}.yml" for name in ("jobs", "ml-artifacts")]
    done = tfcheck(*files, "--select", "DBX-ML-001", "--target", "prod", cwd=ROOT)
    assert (done.code, done.out.count("databricks.yml (prod)")) == (0, 1)


def test_a_target_that_the_bundle_does_not_have_is_a_usage_error() -> None:
    done = tfcheck("examples/bundle/llmops", "--target", "prd", cwd=ROOT)
    assert done.code == 2
    assert done.err == (
        "tfcheck: examples/bundle/llmops/databricks.yml: the bundle has no target prd\nhint: did you mean prod?\n"
    )
