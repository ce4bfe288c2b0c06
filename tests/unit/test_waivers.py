"""Which findings waivers are attached to."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from checker.errors import UsageError
from checker.model import Document, Finding, Location, Policy, PolicyRun, Severity, Status, Waiver
from checker.waivers import attach, refuse_unknown_policies

TODAY = date(2026, 11, 23)
YESTERDAY = TODAY - timedelta(days=1)
TOMORROW = TODAY + timedelta(days=1)
DOCUMENT = Document(kind="plan", file="plan.json", text=b"{}", resources=())


def policy(id_: str = "DBX-JOB-001", *aliases: str) -> Policy:
    return Policy(
        id=id_,
        package="policies.rules.jobs.run_as",
        title="Title",
        description="Description",
        severity=Severity.HIGH,
        sets=("baseline",),
        resource_types=("databricks_job",),
        attributes=(),
        remediation="Remediation",
        location=Location(file="run_as.rego"),
        aliases=aliases,
    )


def finding(address: str, policy_id: str = "DBX-JOB-001", *, decided: bool = True) -> Finding:
    return Finding(
        policy=policy_id, severity=Severity.HIGH, address=address, path="", message="Message", decided=decided
    )


def run(*findings: Finding, of: Policy | None = None) -> PolicyRun:
    return PolicyRun(
        policy=of or policy(),
        document=DOCUMENT,
        checked=tuple(item.address for item in findings),
        findings=findings,
    )


def waiver(
    policy_id: str = "DBX-JOB-001",
    address: str = "databricks_job.x",
    expires: date = TOMORROW,
    reason: str = "Reason",
) -> Waiver:
    return Waiver(policy=policy_id, address=address, reason=reason, owner="Owner", expires=expires)


def test_attaches_the_waiver_of_a_finding_and_leaves_the_others() -> None:
    accepted = waiver()
    runs, unused = attach([run(finding("databricks_job.x"), finding("databricks_job.y"))], [accepted], TODAY)
    assert runs == (run(replace(finding("databricks_job.x"), waiver=accepted), finding("databricks_job.y")),)
    assert unused == ()
    assert runs[0].status is Status.FAILED


def test_a_run_passes_whose_findings_are_all_waived() -> None:
    (attached,), _ = attach([run(finding("databricks_job.x"))], [waiver()], TODAY)
    assert attached.status is Status.PASSED


def test_undecided_findings_are_waived_too() -> None:
    (attached,), unused = attach([run(finding("databricks_job.x", decided=False))], [waiver()], TODAY)
    assert attached.findings[0].waiver == waiver()
    assert attached.status is Status.PASSED
    assert unused == ()


@pytest.mark.parametrize(
    ("expires", "applies"),
    [(TOMORROW, True), (TODAY, True), (YESTERDAY, False)],
    ids=["the day before", "on its last day", "the day after"],
)
def test_a_waiver_applies_on_its_last_day_and_no_longer_on_the_next(expires: date, applies: bool) -> None:
    given_waiver = waiver(expires=expires)
    (attached,), unused = attach([run(finding("databricks_job.x"))], [given_waiver], TODAY)
    assert attached.findings[0].waiver == (given_waiver if applies else None)
    assert attached.findings[0].expired_waiver == (None if applies else given_waiver)
    assert unused == ()


def test_the_first_that_applies_is_attached_and_the_first_expired_is_told_beside_it() -> None:
    waivers = [
        waiver(reason="expired, first", expires=YESTERDAY),
        waiver(reason="expired, second", expires=YESTERDAY),
        waiver(policy_id="DBX-*", address="*", reason="applies, first"),
        waiver(reason="applies, second"),
    ]
    (attached,), unused = attach([run(finding("databricks_job.x"))], waivers, TODAY)
    assert attached.findings[0].waiver == waivers[2]
    assert attached.findings[0].expired_waiver == waivers[0]
    assert unused == ()


def test_waivers_that_match_nothing_are_unused_in_their_order_whether_expired_or_not() -> None:
    waivers = [
        waiver(address="databricks_job.gone"),
        waiver(),
        waiver(policy_id="DBX-UC-001"),
        waiver(address="databricks_job.old", expires=YESTERDAY),
        waiver(policy_id="DBX-UC-*", address="*"),
        waiver(expires=YESTERDAY),
    ]
    _, unused = attach([run(finding("databricks_job.x"))], waivers, TODAY)
    assert unused == (waivers[0], waivers[2], waivers[3], waivers[4])


def test_equal_waivers_are_told_apart() -> None:
    _, unused = attach([run()], [waiver(), waiver()], TODAY)
    assert unused == (waiver(), waiver())


def test_without_waivers_nothing_changes() -> None:
    runs = (run(finding("databricks_job.x")), run())
    assert attach(runs, [], TODAY) == (runs, ())


def test_attaching_again_takes_away_what_no_longer_applies() -> None:
    runs, _ = attach([run(finding("databricks_job.x"))], [waiver()], TODAY)
    assert attach(runs, [], TODAY) == ((run(finding("databricks_job.x")),), ())


@pytest.mark.parametrize(
    ("pattern", "address", "matches"),
    [
        ("databricks_job.x", "databricks_job.x", True),
        ("databricks_job.x", "databricks_job.x2", False),
        ("databricks_job.x", "module.m.databricks_job.x", False),
        ("databricks_job.x", "databricks_job_x", False),
        ("databricks_job.X", "databricks_job.x", False),
        ("databricks_job.*", "databricks_job.x", True),
        ("databricks_job.*", "databricks_job.", True),
        ("*", 'module.a["b"].module.c[0].databricks_job.x["d"]', True),
        ("module.*.databricks_job.x", "module.a.module.b.databricks_job.x", True),
        ("*.databricks_job.x", "databricks_job.x", False),
        ('databricks_job.x["a"]', 'databricks_job.x["a"]', True),
        ('databricks_job.x["a"]', "databricks_job.xa", False),
        ('databricks_job.x["?"]', 'databricks_job.x["a"]', True),
        ('databricks_job.x["?"]', 'databricks_job.x["ab"]', False),
        ("databricks_job.x[*]", "databricks_job.x[12]", True),
        ("databricks_job.x[*]", "databricks_job.x", False),
        ("databricks_job.[xy]*", "databricks_job.x", False),
        ("databricks_job.[xy]*", "databricks_job.[xy]z", True),
        ("databricks_job.[!x]*", "databricks_job.yz", False),
        ("*[[]*", "databricks_job.x[0]", False),
        ("*[[]*", "a[[]b", True),
        ("*]", "databricks_job.x[0]", True),
        ("a+b*", "aab", False),
        ("a\\*", "a\\b", True),
        ("*-*", "a\nb-c", True),
        ("**", "", True),
        ("?*", "", False),
        ("*x", "x\n", False),
    ],
)
def test_only_star_and_question_mark_are_wildcards(pattern: str, address: str, matches: bool) -> None:
    (attached,), unused = attach([run(finding(address))], [waiver(address=pattern)], TODAY)
    assert (attached.findings[0].waiver is not None) is matches
    assert (unused == ()) is matches


@pytest.mark.parametrize(
    ("named", "matches"),
    [
        ("DBX-JOB-001", True),
        ("OLD-JOB-001", True),
        ("DBX-JOB-*", True),
        ("OLD-*", True),
        ("*", True),
        ("DBX-JOB-00?", True),
        ("DBX-JOB-002", False),
        ("dbx-job-001", False),
        ("DBX-JOB", False),
        ("DBX-UC-*", False),
    ],
)
def test_a_policy_is_named_by_its_id_a_former_id_or_a_glob(named: str, matches: bool) -> None:
    runs = [run(finding("databricks_job.x"), of=policy("DBX-JOB-001", "OLD-JOB-001"))]
    (attached,), _ = attach(runs, [waiver(policy_id=named)], TODAY)
    assert (attached.findings[0].waiver is not None) is matches


_ADDRESSES = st.text(alphabet='ab.*?[]"0', max_size=6)
_IDS = st.sampled_from(["A-1", "A-2", "B-1", "OLD-1"])
_WAIVERS = st.lists(
    st.builds(
        waiver,
        policy_id=st.one_of(_IDS, st.sampled_from(["*", "A-*", "?-1", "C-9"])),
        address=_ADDRESSES,
        expires=st.sampled_from([YESTERDAY, TODAY, TOMORROW]),
        reason=st.text(max_size=2),
    ),
    max_size=8,
)
_RUNS = st.lists(
    st.builds(
        lambda id_, addresses: run(
            *(finding(address, id_) for address in addresses), of=policy(id_, "OLD-1" if id_ == "B-1" else "")
        ),
        st.sampled_from(["A-1", "A-2", "B-1"]),
        st.lists(_ADDRESSES, max_size=5),
    ),
    max_size=5,
)


@given(runs=_RUNS, waivers=_WAIVERS)
@settings(deadline=None)
def test_attaching_never_loses_reorders_or_otherwise_changes_findings(
    runs: list[PolicyRun], waivers: list[Waiver]
) -> None:
    attached, _ = attach(runs, waivers, TODAY)
    bare = [
        replace(item, findings=tuple(replace(found, waiver=None, expired_waiver=None) for found in item.findings))
        for item in attached
    ]
    assert bare == runs


@given(runs=_RUNS, waivers=_WAIVERS)
@settings(deadline=None)
def test_agrees_with_trying_every_waiver_on_every_finding(runs: list[PolicyRun], waivers: list[Waiver]) -> None:
    attached, unused = attach(runs, waivers, TODAY)
    used: set[int] = set()
    for item in attached:
        for found in item.findings:
            matching = [
                number
                for number, each in enumerate(waivers)
                if any(_matches(each.policy, name) for name in item.policy.names)
                and _matches(each.address, found.address)
            ]
            used.update(matching)
            applying = [waivers[number] for number in matching if not waivers[number].is_expired(TODAY)]
            expired = [waivers[number] for number in matching if waivers[number].is_expired(TODAY)]
            assert found.waiver is (applying[0] if applying else None)
            assert found.expired_waiver is (expired[0] if expired else None)
    assert unused == tuple(each for number, each in enumerate(waivers) if number not in used)


@given(runs=_RUNS, waivers=_WAIVERS)
@settings(deadline=None)
def test_attaching_twice_is_attaching_once(runs: list[PolicyRun], waivers: list[Waiver]) -> None:
    once = attach(runs, waivers, TODAY)
    assert attach(once[0], waivers, TODAY) == once


def _matches(pattern: str, text: str) -> bool:
    """The plainest meaning of a glob."""
    if not pattern:
        return not text
    if pattern[0] == "*":
        return any(_matches(pattern[1:], text[start:]) for start in range(len(text) + 1))
    return bool(text) and pattern[0] in {"?", text[0]} and _matches(pattern[1:], text[1:])


@pytest.mark.parametrize(
    "patterns",
    [
        [f'databricks_job.x["{number}"]' for number in range(200)],
        [f'*.databricks_job.x["{number}?"]*' for number in range(200)],
        [f'*a*{number}*a*"*a*b' for number in range(200)],
    ],
    ids=["exact", "globs", "globs of many stars"],
)
def test_ten_thousand_findings_meet_two_hundred_waivers_in_seconds(patterns: list[str]) -> None:
    findings = [finding(f'module.data["a"].databricks_job.x["{number}"]') for number in range(10_000)]
    before = time.process_time()
    attach([run(*findings)], [waiver(address=pattern) for pattern in patterns], TODAY)
    assert time.process_time() - before < 10


def test_one_glob_cannot_take_forever() -> None:
    before = time.process_time()
    _, unused = attach([run(finding("a" * 5_000))], [waiver(address="*a" * 30 + "*b?*a")], TODAY)
    assert time.process_time() - before < 5
    assert len(unused) == 1


NAMES = ("DBX-JOB-001", "DBX-JOB-002", "DBX-UC-001", "OLD-JOB-001")


def test_waivers_of_policies_that_exist_are_accepted() -> None:
    refuse_unknown_policies([waiver(name) for name in (*NAMES, "DBX-*", "*-00?")], NAMES)
    refuse_unknown_policies([], ())


@pytest.mark.parametrize(
    ("named", "hint"),
    [
        ("DBX-JOB-01", "did you mean DBX-JOB-001 instead of DBX-JOB-01?"),
        ("dbx-uc-001", ""),
        ("DBX-JOBS-*", "did you mean DBX-JOB-002 instead of DBX-JOBS-*?"),
        ("zzz", ""),
    ],
)
def test_a_waiver_of_no_policy_is_told_the_nearest(named: str, hint: str) -> None:
    unknown = replace(waiver(named), location=Location(file="tfcheck.yaml", line=4, column=5))
    with pytest.raises(UsageError) as caught:
        refuse_unknown_policies([waiver(), unknown], NAMES)
    assert (str(caught.value), caught.value.hint) == (f"tfcheck.yaml:4:5: no policy matches {named}", hint)


def test_all_waivers_of_no_policy_are_told_at_once() -> None:
    waivers = [
        waiver("DBX-UC-01"),
        waiver("OLD-JOB-1"),
        waiver("DBX-UC-01"),
        *(waiver(f"X-{number}") for number in range(30)),
    ]
    with pytest.raises(UsageError) as caught:
        refuse_unknown_policies(waivers, NAMES)
    lines = str(caught.value).splitlines()
    assert lines[:4] == [
        "a waiver: no policy matches DBX-UC-01",
        "a waiver: no policy matches OLD-JOB-1",
        "a waiver: no policy matches DBX-UC-01",
        "a waiver: no policy matches X-0",
    ]
    assert lines[20:] == ["and 13 more"]
    assert caught.value.hint == "did you mean DBX-UC-001 instead of DBX-UC-01, OLD-JOB-001 instead of OLD-JOB-1?"
