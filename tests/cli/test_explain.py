"""`tfcheck explain`: why, what to do, examples, and how to accept it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml

from checker import shipped
from checker.catalogue import read_catalogue
from checker.policy_pages.examples import examples_of
from tests.running import ANSWERS, CLEAN, RISKY, tfcheck, write_policy

if TYPE_CHECKING:
    from pathlib import Path

POLICIES = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json").policies


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    tfcheck(RISKY, "--format", "json=report.json", cwd=folder)
    return folder / "report.json"


def fingerprints(report: Path) -> list[str]:
    runs = json.loads(report.read_bytes())["runs"]
    return [finding["fingerprint"] for run in runs for finding in run["findings"]]


def test_a_policy_is_explained_with_examples_and_controls(tmp_path: Path) -> None:
    done = tfcheck("explain", "DBX-ML-001", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    headings = [line for line in done.out.splitlines() if line and not line.startswith(" ")]
    assert headings[-8:-1] == [
        "Why it matters",
        "What to do",
        "Fails",
        "Passes",
        "Controls",
        "References",
        "To accept a finding",
    ]
    assert 'privileges = ["ALL_PRIVILEGES", "EXECUTE"]' in done.out
    assert "await review" in " ".join(done.out.split())
    assert "#:" not in done.out


@pytest.mark.parametrize("policy", [policy.id for policy in POLICIES])
def test_every_policy_that_can_fail_has_an_example_that_does(policy: str) -> None:
    kinds = [example.is_good for example in examples_of(policy, shipped.examples())]
    folder = shipped.examples() / policy
    written = [
        kind == "good" for kind in ("bad", "good") if [*folder.glob(f"{kind}-*.tf"), *folder.glob(f"{kind}-*/main.tf")]
    ]
    assert kinds == written  # of bundles there is no configuration to show
    assert kinds or policy.startswith("DBX-BND-")


def test_a_finding_is_explained_with_a_waiver_of_its_own(report: Path) -> None:
    fingerprint = fingerprints(report)[0]
    done = tfcheck("explain", fingerprint[:8], "--report", report.name, cwd=report.parent)
    assert done.code == 0
    assert f"fingerprint {fingerprint}" in done.out
    snippet = done.out[done.out.index("    waivers:") :].split("\n  Or leave")[0]
    (waiver,) = yaml.safe_load(snippet)["waivers"]
    finding = json.loads(report.read_bytes())["runs"]
    addresses = {each["fingerprint"]: each["address"] for run in finding for each in run["findings"]}
    assert waiver["address"] == addresses[fingerprint]


def test_a_report_comes_from_standard_input(report: Path) -> None:
    done = tfcheck("explain", fingerprints(report)[0], "--report", "-", cwd=report.parent, stdin=report.read_bytes())
    assert done.code == 0
    assert "The finding" in done.out


def test_a_policy_of_ones_own_is_explained_without_examples(tmp_path: Path) -> None:
    write_policy(tmp_path / "own", "OWN-1", ANSWERS["fails"])
    done = tfcheck("explain", "own-1", "--policy", "own", cwd=tmp_path)
    assert done.code == 0
    assert "Do better." in done.out
    assert "Fails" not in done.out


def test_an_address_with_indices_is_quoted_in_the_waiver(tmp_path: Path) -> None:
    address = 'module.m["it\'s"].databricks_grants.x[0]'
    rules = ANSWERS["fails"].replace('"databricks_grants.registered_model_model"', json.dumps(address))
    write_policy(tmp_path / "own", "OWN-1", rules)
    tfcheck(CLEAN, "--policy", "own", "--set", "own", "--format", "json=report.json", cwd=tmp_path)
    (fingerprint,) = fingerprints(tmp_path / "report.json")
    done = tfcheck("explain", fingerprint, "--report", "report.json", "--policy", "own", cwd=tmp_path)
    snippet = done.out[done.out.index("    waivers:") :].split("\n  Or leave")[0]
    assert yaml.safe_load(snippet)["waivers"][0]["address"] == address


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("DBX-ML-0O1",), "no policy DBX-ML-0O1\nhint: did you mean DBX-ML-0"),
        (("abcd1234",), "abcd1234 is no policy; a finding is looked up in a report\nhint: tfcheck plan.json --format"),
        (("abcd1234", "--report", "report.json"), "report.json: no finding abcd1234\nhint: "),
        (("abcd1234", "--report", "missing.json"), "missing.json: No such file or directory\nhint: "),
        (("abcd1234", "--report", "plan.json"), "plan.json: not a report of tfcheck as JSON\nhint: "),
        (("abcd1234", "--report", "later.json"), "later.json: a report of version 2.0\nhint: "),
        (("aaaa", "--report", "same.json"), "same.json: 2 findings begin with aaaa\nhint: "),
    ],
)
def test_what_is_not_there_is_a_usage_error(
    report: Path, arguments: tuple[str, ...], message: str, tmp_path: Path
) -> None:
    tree = json.loads(report.read_bytes())
    (tmp_path / "report.json").write_bytes(report.read_bytes())
    (tmp_path / "plan.json").write_bytes(RISKY.read_bytes())
    (tmp_path / "later.json").write_text(json.dumps(tree | {"format_version": "2.0"}))
    findings = [finding for run in tree["runs"] for finding in run["findings"]]
    findings[0]["fingerprint"], findings[1]["fingerprint"] = "aaaa1", "aaaa2"
    (tmp_path / "same.json").write_text(json.dumps(tree))
    done = tfcheck("explain", *arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert message in done.err


def test_verbose_text_names_findings_so_that_they_can_be_explained(report: Path) -> None:
    shown = tfcheck(RISKY, "-v", cwd=report.parent).out
    assert all(f"finding {each[:12]}" in shown for each in fingerprints(report))
