"""Reports of every status, built by hand for the tests of the reporters."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from msgspec.structs import replace

from checker.model import (
    Change,
    Document,
    Finding,
    Location,
    Policy,
    PolicyRun,
    Problem,
    Report,
    Resource,
    Severity,
    Waiver,
)

PLAN = "environments/prod/plan.json"
STATE = "terraform.tfstate"


def policy(name: str, title: str, severity: Severity, remediation: str, **more: Any) -> Policy:
    """Return a policy whose other fields follow from its id."""
    package = f"policies.rules.{name.lower().replace('-', '_')}"
    fields: dict[str, Any] = {
        "id": name,
        "package": package,
        "title": title,
        "description": f"{title}.",
        "severity": severity,
        "sets": ("baseline",),
        "resource_types": ("databricks_grants",),
        "attributes": (),
        "remediation": remediation,
        "location": Location(file=f"{package.replace('.', '/')}/policy.rego", line=1),
        **more,
    }
    return Policy(**fields)


def finding(of: Policy, address: str, path: str, message: str, **more: Any) -> Finding:
    """Return a decided finding of that policy; `more` overrides."""
    fields: dict[str, Any] = {
        "policy": of.id,
        "severity": of.severity,
        "address": address,
        "path": path,
        "message": message,
        "decided": True,
        **more,
    }
    return Finding(**fields)


def document(file: str, kind: str, *resources: tuple[str, str], **more: Any) -> Document:
    """Return a document with those resources, given as address and type."""
    made = tuple(Resource(address=address, type=kind, mode="managed", action="create") for address, kind in resources)
    return Document(kind=kind, file=file, text=b"{}", resources=made, **more)


def at(pointer: str, file: str = PLAN) -> Location:
    """Return a place in a plan, which is one long line."""
    return Location(file=file, pointer=pointer)


MODEL_GRANTS = policy(
    "DBX-ML-001",
    "Registered model: only EXECUTE to `account users`",
    Severity.HIGH,
    "Leave the single EXECUTE grant; manage versions with the service principal that deploys.",
    references=("https://docs.databricks.com/machine-learning/manage-model-lifecycle/#control-access",),
    controls={"nist-800-53": ("AC-3", "AC-6")},
)
EXPERIMENT = policy(
    "DBX-EXP-001",
    "Experiment: only CAN_READ to `users`",
    Severity.HIGH,
    "Leave the single CAN_READ entry.",
    resource_types=("databricks_permissions",),
)
RUN_AS = policy(
    "DBX-JOB-001",
    "Production job runs as a person",
    Severity.HIGH,
    "Set run_as { service_principal_name }.",
    resource_types=("databricks_job",),
)
TIMEOUT = policy(
    "DBX-JOB-012",
    "No timeout",
    Severity.LOW,
    "Set timeout_seconds, or a health rule on RUN_DURATION_SECONDS.",
    resource_types=("databricks_job",),
)
API_KEY = policy(
    "DBX-ML-007",
    "Plaintext API key in a serving endpoint",
    Severity.CRITICAL,
    "Use the *_key form with {{secrets/scope/key}}.",
    resource_types=("databricks_model_serving",),
    deprecated="since 0.2; use DBX-SEC-004.",
)
SEQUENCE = policy(
    "DBX-JOB-006", "Tasks are not sequential", Severity.MEDIUM, "Chain the tasks.", resource_types=("databricks_job",)
)
OWNER = policy(
    "DBX-UC-014",
    "Catalog owned by a person",
    Severity.MEDIUM,
    "Set owner to a group.",
    resource_types=("databricks_catalog",),
)
METASTORE = policy(
    "DBX-UC-016",
    "Metastore admin is a person or unset",
    Severity.HIGH,
    "Set owner to an account group.",
    resource_types=("databricks_metastore",),
)

WAIVER = Waiver(
    policy="DBX-JOB-012",
    address="databricks_job.backfill*",
    reason="Backfills run for days and are watched by hand.",
    owner="ml-platform@example.com",
    expires=date(2027, 1, 31),
    ticket="OPS-118",
    location=Location(file="tfcheck.yaml", line=12, column=5),
)
EXPIRED = Waiver(
    policy="DBX-JOB-001",
    address="databricks_job.nightly",
    reason="The vendor's export needs a named account until it speaks OAuth.",
    owner="jane.doe@example.com",
    expires=date(2026, 10, 31),
)
UNUSED = Waiver(
    policy="DBX-UC-*",
    address="databricks_catalog.legacy",
    reason="Goes away with the migration.",
    owner="data-office@example.com",
    expires=date(2026, 12, 31),
    location=Location(file="tfcheck.yaml", line=19, column=5),
)

PLAN_DOCUMENT = document(
    PLAN,
    "plan",
    ('module.models.databricks_grants.registered_model["churn"]', "databricks_grants"),
    ('module.models.databricks_grants.registered_model["fraud"]', "databricks_grants"),
    ('module.models.databricks_grants.registered_model["spend"]', "databricks_grants"),
    ("databricks_permissions.experiment", "databricks_permissions"),
    ("databricks_job.backfill_eu", "databricks_job"),
    ("databricks_job.nightly", "databricks_job"),
    ("databricks_catalog.main", "databricks_catalog"),
    ("databricks_dashboard.kpi", "databricks_dashboard"),
    format_version="1.2",
    terraform_version="1.11.4",
    target="prod",
)
STATE_DOCUMENT = document(
    STATE,
    "state",
    ("databricks_catalog.main", "databricks_catalog"),
    ("databricks_model_serving.assistant", "databricks_model_serving"),
    format_version="4",
    terraform_version="1.5.5",
    serial=41,
    lineage="5f2d0a86-5d6f-7c1b-0f7f-0d3b6ac1f6cc",
)


def run(of: Policy, about: Document, *findings: Finding, **more: Any) -> PolicyRun:
    """Return a run that looked at every address it found something at, unless `more` says otherwise."""
    checked = tuple(dict.fromkeys(found.address for found in findings))
    fields: dict[str, Any] = {"checked": checked, **more}
    return PolicyRun(policy=of, document=about, findings=findings, **fields)


def _model_grant(name: str, index: int) -> Finding:
    return finding(
        MODEL_GRANTS,
        f'module.models.databricks_grants.registered_model["{name}"]',
        "grant[0].privileges",
        "`account users` holds EXECUTE and APPLY_TAG, wanted only EXECUTE",
        location=at(f"/resource_changes/{index}"),
    )


PLAN_RUNS = (
    run(
        EXPERIMENT,
        PLAN_DOCUMENT,
        finding(
            EXPERIMENT,
            "databricks_permissions.experiment",
            "access_control",
            "the group that gets CAN_READ is known only after apply, wanted `users`",
            decided=False,
            location=at("/resource_changes/7"),
        ),
    ),
    run(
        RUN_AS,
        PLAN_DOCUMENT,
        finding(
            RUN_AS,
            "databricks_job.nightly",
            "run_as[0].user_name",
            "runs as `jane.doe@example.com`, wanted a service principal",
            location=Location(file="jobs.tf", line=31, column=3),
            expired_waiver=EXPIRED,
        ),
    ),
    run(
        SEQUENCE,
        PLAN_DOCUMENT,
        problem=Problem(
            stage="evaluate",
            message="eval_conflict_error: complete rules must not produce multiple outputs",
            hint="run it alone: tfcheck check --select DBX-JOB-006",
            location=Location(file="policies/rules/jobs/sequence/sequence.rego", line=24, column=1),
        ),
    ),
    run(
        TIMEOUT,
        PLAN_DOCUMENT,
        finding(
            TIMEOUT,
            "databricks_job.backfill_eu",
            "timeout_seconds",
            "not set, wanted a number above 0",
            location=Location(file="jobs.tf", line=3, column=3),
            waiver=WAIVER,
        ),
        finding(
            TIMEOUT,
            "databricks_job.nightly",
            "timeout_seconds",
            "0, wanted a number above 0",
            location=Location(file="jobs.tf", line=30, column=3),
        ),
    ),
    run(
        MODEL_GRANTS,
        PLAN_DOCUMENT,
        _model_grant("churn", 3),
        _model_grant("fraud", 4),
        finding(
            MODEL_GRANTS,
            'module.models.databricks_grants.registered_model["spend"]',
            "grant",
            "2 grants, of `account users` and `data-science`, wanted only one, of `account users`",
            location=at("/resource_changes/5"),
        ),
    ),
    run(OWNER, PLAN_DOCUMENT, checked=("databricks_catalog.main",)),
    run(METASTORE, PLAN_DOCUMENT),
)
STATE_RUNS = (
    run(
        API_KEY,
        STATE_DOCUMENT,
        finding(
            API_KEY,
            "databricks_model_serving.assistant",
            "config[0].served_entities[0].external_model[0].openai_config[0].openai_api_key_plaintext",
            "is set (sensitive value 7c1e), wanted a reference to a secret in openai_api_key",
            location=Location(file=STATE, line=212, column=17, pointer="/resources/1/instances/0"),
        ),
    ),
    run(OWNER, STATE_DOCUMENT, checked=("databricks_catalog.main",)),
    run(METASTORE, STATE_DOCUMENT),
)
PROBLEM = Problem(
    stage="read",
    message='not a Terraform plan or state (no "format_version", no "version")',
    hint="terraform show -json tfplan > plan.json",
    location=Location(file="environments/dev/tfplan"),
)


def report(
    documents: tuple[Document, ...],
    runs: tuple[PolicyRun, ...],
    *,
    problems: tuple[Problem, ...] = (),
    unused: tuple[Waiver, ...] = (),
    uncovered: tuple[str, ...] = (),
) -> Report:
    """Return a report made at a fixed time by a fixed version."""
    return Report(
        version="0.1.0",
        started=datetime(2026, 11, 23, 9, 30, tzinfo=UTC),
        engine="regorus 0.13.0",
        policy_digest="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        documents=documents,
        runs=runs,
        problems=problems,
        unused_waivers=unused,
        uncovered_types=uncovered,
    )


ALL = report(
    (PLAN_DOCUMENT, STATE_DOCUMENT),
    PLAN_RUNS + STATE_RUNS,
    problems=(PROBLEM,),
    unused=(UNUSED,),
    uncovered=("databricks_dashboard", "databricks_quality_monitor"),
)
CLEAN = report((PLAN_DOCUMENT,), PLAN_RUNS[-2:])
FAILED = report((PLAN_DOCUMENT,), (PLAN_RUNS[4], PLAN_RUNS[5]))
UNDECIDED = report((PLAN_DOCUMENT,), (PLAN_RUNS[0], PLAN_RUNS[5]))
NOT_APPLICABLE = report((PLAN_DOCUMENT,), (PLAN_RUNS[6],))
BROKEN = report((PLAN_DOCUMENT,), (PLAN_RUNS[2],))
UNREADABLE = report((), (), problems=(PROBLEM,))

# As `Settings.evidence` has it: with values at the findings, and what refers to what.
_CHANGES = {
    "run_as[0].user_name": Change(before='"deploy@example.com"', after='"jane.doe@example.com"'),
    "timeout_seconds": Change(after="0"),
    "access_control": Change(is_known=False),
    "grant": Change(),
}
_RELATIONS = {
    "databricks_job.nightly": ("databricks_catalog.main", 'module.models.databricks_grants.registered_model["churn"]'),
    "databricks_permissions.experiment": ("databricks_job.nightly",),
    'module.models.databricks_grants.registered_model["churn"]': ("databricks_catalog.main",),
}


def _evident(made: PolicyRun) -> PolicyRun:
    findings = tuple(replace(each, change=_CHANGES.get(each.path)) for each in made.findings)
    return replace(made, findings=findings)


EVIDENT = replace(
    ALL,
    documents=(replace(PLAN_DOCUMENT, relations=_RELATIONS), STATE_DOCUMENT),
    runs=tuple(_evident(each) for each in ALL.runs),
)

REPORTS = {
    "all": ALL,
    "clean": CLEAN,
    "failed": FAILED,
    "undecided": UNDECIDED,
    "not-applicable": NOT_APPLICABLE,
    "broken": BROKEN,
    "unreadable": UNREADABLE,
}


def many(number: int) -> Report:
    """Return a report with that many findings, of five policies on ever new resources."""
    policies = [policy(f"DBX-X-{index:03}", f"Rule {index}", Severity(index), "Do so.") for index in range(5)]
    share = number // len(policies)
    runs = tuple(
        run(
            each,
            PLAN_DOCUMENT,
            *(
                finding(
                    each,
                    f'module.m[{index}].databricks_job.job_{index % 7}["k{index}"]',
                    "timeout_seconds",
                    f"is {index % 3}, wanted more than that, because it is one of a great many jobs",
                    location=at(f"/resource_changes/{index}"),
                )
                for index in range(share)
            ),
        )
        for each in policies
    )
    return report((PLAN_DOCUMENT,), runs)
