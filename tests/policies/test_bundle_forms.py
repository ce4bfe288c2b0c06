"""Policies say the same of one bundle, whichever of its files they see."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache

import pytest

from checker.check import check
from checker.model import Status
from checker.settings import Settings
from tests.reading import ROOT

FORMS = {
    "configuration": "examples/bundle/{}/databricks.yml",
    "generated Terraform": "tests/fixtures/bundles/{}/bundle.tf.json",
    "state of the Terraform engine": "tests/fixtures/bundles/{}/terraform/terraform.tfstate",
    "state of the direct engine": "tests/fixtures/bundles/{}/resources.json",
    "plan of the direct engine": "tests/fixtures/bundles/{}/plan.json",
}
DECIDED = (Status.PASSED, Status.FAILED)
# Where a form shows more or less than the configuration, and why.
DIFFERENT = {
    "DBX-BND-005": "only the configuration pins a branch",
    "DBX-BND-008": "the configuration asks for a version, the others were written by one",
    "DBX-BND-010": "only the configuration has a run_as of the bundle itself",
    "DBX-ML-006": "only the state of the Terraform engine holds an owner that nobody wrote",
    "DBX-TFS-008": "only the configuration has variables",
}


@cache
def answers(project: str, form: str) -> dict[str, tuple[Status, frozenset[tuple[str, str, bool]]]]:
    report = check(
        Settings(
            files=(str(ROOT / FORMS[form].format(project)),),
            started=datetime(2026, 1, 1, tzinfo=UTC),
            select=("*",),
            target="prod",
        )
    )
    assert report.problems == ()
    return {
        run.policy.id: (run.status, frozenset((each.address, each.path, each.decided) for each in run.findings))
        for run in report.runs
    }


@pytest.mark.parametrize("project", ["llmops", "risky"])
@pytest.mark.parametrize("form", [form for form in FORMS if form != "configuration"])
def test_every_form_gets_the_same_verdicts(project: str, form: str) -> None:
    written, seen = answers(project, "configuration"), answers(project, form)
    assert [run for run in seen.values() if run[0] is Status.BROKEN] == []
    both = {id_ for id_ in written if written[id_][0] in DECIDED and seen[id_][0] in DECIDED}
    assert len(both) > 15
    assert {id_ for id_ in both - DIFFERENT.keys() if written[id_] != seen[id_]} == set()


def test_the_clean_one_is_clean_in_every_form() -> None:
    for form in FORMS:
        failed = {id_ for id_, (status, _) in answers("llmops", form).items() if status is Status.FAILED}
        # The provider calls the description of an experiment deprecated, and which tags are wanted is a parameter.
        assert failed == {"DBX-CFG-002", "DBX-CFG-005"}, form


def test_the_risky_one_is_risky_in_every_form() -> None:
    expected = {"DBX-ML-001", "DBX-EXP-001", "DBX-JOB-001", "DBX-JOB-006", "DBX-BND-001", "DBX-PRM-002"}
    for form in FORMS:
        failed = {id_ for id_, (status, _) in answers("risky", form).items() if status is Status.FAILED}
        assert expected <= failed, form
