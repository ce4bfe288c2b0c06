"""The use case, as the Python API: settings in, report out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.check import Step, check
from checker.errors import UsageError
from checker.model import Report, Status, Waiver
from checker.settings import Settings
from tests.running import ANSWERS, CLEAN, LLMOPS, RISKY, write_policy

if TYPE_CHECKING:
    from pathlib import Path

STARTED = datetime(2026, 11, 1, 12, tzinfo=UTC)


def report_of(*files: object, **more: Any) -> Report:
    return check(Settings(files=tuple(map(str, files)), started=STARTED, **more))


def statuses(report: Report) -> dict[tuple[str, str], Status]:
    return {(run.policy.id, run.document.file): run.status for run in report.runs}


def test_every_selected_policy_has_a_run_for_every_document() -> None:
    report = report_of(CLEAN, RISKY, select=("models", "experiments"))
    policies = {run.policy.id for run in report.runs}
    assert len(policies) > 5
    assert statuses(report).keys() == {(id_, str(file)) for id_ in policies for file in (CLEAN, RISKY)}


def test_the_report_says_what_made_it() -> None:
    report = report_of(CLEAN, select=("DBX-ML-001",))
    assert report.started == STARTED
    assert report.engine.startswith("regorus ")
    assert len(report.policy_digest) == 64
    assert report.is_complete


def test_the_digest_is_of_the_selected_policies_and_their_parameters() -> None:
    digests = {
        report_of(CLEAN, select=("DBX-ML-001",)).policy_digest,
        report_of(RISKY, select=("DBX-ML-001",)).policy_digest,
        report_of(CLEAN, select=("DBX-EXP-001",)).policy_digest,
        report_of(CLEAN, select=("DBX-ML-001",), parameters={"DBX-ML-001": {"principals": ["x"]}}).policy_digest,
    }
    assert len(digests) == 3


def test_policies_that_ask_are_told_what_is_not_in_the_provider_s_schema() -> None:
    (run,) = report_of(RISKY, select=("DBX-CFG-002",)).runs
    assert [(finding.address, finding.path) for finding in run.findings] == [
        ("databricks_mlflow_experiment.experiment", "description")
    ]


def test_says_which_types_no_policy_names() -> None:
    assert "databricks_secret" in report_of(RISKY, select=("DBX-ML-001",)).uncovered_types
    assert report_of(CLEAN, select=("DBX-ML-001",)).uncovered_types == (
        "databricks_job",
        "databricks_mlflow_experiment",
        "databricks_permissions",
        "databricks_registered_model",
    )


def test_progress_is_told_each_step_before_it_is_taken() -> None:
    told: list[Step] = []
    check(Settings(files=(str(CLEAN), "missing.json"), started=STARTED, select=("DBX-ML-001",)), told.append)
    assert told == [
        Step(file=str(CLEAN), number=1, files=2),
        Step(file=str(CLEAN), number=1, files=2, policies=1),
        Step(file="missing.json", number=2, files=2),
    ]


def test_the_date_of_the_settings_decides_what_has_expired(tmp_path: Path) -> None:
    write_policy(tmp_path, rules=ANSWERS["fails"])
    waiver = Waiver(policy="OWN-1", address="*", reason="r", owner="o", expires=date(2026, 11, 1))
    options: dict[str, Any] = {"policy_dirs": (str(tmp_path),), "select": ("OWN-1",), "waivers": (waiver,)}
    assert report_of(CLEAN, **options).runs[0].status is Status.PASSED
    late = Settings(files=(str(CLEAN),), started=datetime(2026, 11, 2, tzinfo=UTC), **options)
    assert check(late).runs[0].status is Status.FAILED


@pytest.mark.parametrize(
    "wrong",
    [
        {"select": ("NO-1",)},
        {"sets": ("none",)},
        {"policy_dirs": ("missing",)},
        {"parameters": {"NO-1": {}}},
        {"severities": {"NO-1": 1}},
        {"waivers": (Waiver(policy="NO-1", address="*", reason="r", owner="o", expires=date(2027, 1, 1)),)},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_settings_that_cannot_be_end_the_run_whatever_the_files(wrong: dict[str, Any]) -> None:
    with pytest.raises(UsageError):
        report_of("missing.json", **wrong)


def test_no_secret_is_in_the_report() -> None:
    report = report_of(RISKY, sets=("baseline", "llmops", "production"))
    assert all(document.text == b"" for document in report.documents)
    assert all(run.document.text == b"" for run in report.runs)


FILES = sorted(str(path) for path in [*LLMOPS.glob("*/plan.json"), *LLMOPS.glob("*/terraform.tfstate")])


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations([*FILES, "missing.json"]), st.sampled_from([1, 2]))
def test_neither_the_order_of_the_inputs_nor_the_jobs_matter_for_verdicts(files: list[str], jobs: int) -> None:
    one = report_of(*FILES, "missing.json", select=("models", "experiments"))
    other = report_of(*files, select=("models", "experiments"), jobs=jobs)
    assert statuses(other) == statuses(one)
    assert set(other.findings) == set(one.findings)
    assert sorted(map(str, other.problems)) == sorted(map(str, one.problems))
    assert [run.policy.id for run in other.runs] == [run.policy.id for run in one.runs]
