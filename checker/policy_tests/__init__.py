"""Runs the tests of Rego modules, as `opa test` does, with the embedded engine."""

from __future__ import annotations

import json
from collections import Counter
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from checker.engines.process import EngineProcess
from checker.engines.protocol import Failure
from checker.engines.tester import SKIPPED
from checker.errors import UsageError
from checker.model import Location, Problem
from checker.policy_tests.model import ModuleCoverage, RegoTestRun, RuleResult, Verdict
from checker.policy_tests.program import encoded, program_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from checker.policy_tests.program import Program

MEMORY_LIMIT = 4 * 1024**3  # bytes

_STARTING = 60.0  # seconds for parsing all modules, on a slow machine
_UNSUPPORTED = {
    "function": "is a function: a test takes no arguments",
    "set": "is a set, not true: write a rule that is true when all is well",
    "ref": "its head is more than a name: only plain rules are run here; write a rule for each case, or use opa test",
}


def run_tests(
    folders: Sequence[str],
    *,
    run: str = "*",
    coverage: bool = False,
    time_limit: float = 30.0,
    memory_limit: int = MEMORY_LIMIT,
    tell: Callable[[RuleResult], None] = lambda _: None,
) -> RegoTestRun:
    """Run the `test_` rules of the modules in these folders.

    `run` is a glob of rules, with or without their packages; `time_limit` is in seconds for each
    test, `memory_limit` in bytes; `tell` is told each result when it is there. Raises `UsageError` for a
    folder without modules, and where there is no test to run.
    """
    program = program_of(folders)
    testers = _Testers(encoded(program, memory_limit=memory_limit, coverage=coverage), time_limit, memory_limit)
    try:
        started = testers.start()
        if started["broken"]:
            return RegoTestRun(problems=(*program.problems, *_problems(started)))
        results = []
        for result in _results(_chosen(started["rules"], run, folders), testers):
            tell(result)
            results.append(result)
        lines = _coverage(testers.coverage(), program) if coverage else ()
    finally:
        testers.close()
    return RegoTestRun(results=tuple(results), coverage=lines, problems=program.problems)


class _Testers:
    """The process in which tests run, started again whenever one of them took it down."""

    def __init__(self, program: bytes, time_limit: float, memory_limit: int) -> None:
        self._program = program
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._process: EngineProcess | None = None  # None: none is running

    def start(self) -> dict[str, Any]:
        """Start one; its tests, and the modules that are broken."""
        self._process = EngineProcess("tester", memory_limit=self._memory_limit)
        reply = self._process.ask(self._program, limit=_STARTING)
        if isinstance(reply, Failure):
            self._process = None
            return {"broken": [{"message": reply.message, "hint": reply.hint}], "rules": []}
        told: dict[str, Any] = json.loads(reply)
        return told

    def run(self, path: str) -> dict[str, Any]:
        """What the process tells about one test, or why it tells nothing."""
        if self._process is None and (broken := self.start()["broken"]):
            return {"failure": broken[0]}
        assert self._process is not None
        reply = self._process.ask(path.encode(), limit=self._time_limit)
        if isinstance(reply, Failure):
            self._process = None
            return {"failure": {"message": reply.message}}
        told: dict[str, Any] = json.loads(reply)
        return told

    def coverage(self) -> dict[str, Any]:
        """Lines by module, of the tests since the process was last started."""
        told = self.run("")
        return {} if "failure" in told else told

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.close()


def _problems(started: Mapping[str, Any]) -> Iterable[Problem]:
    for broken in started["broken"]:
        file = broken.get("file", "")
        yield Problem(
            stage="catalogue",
            message=broken["message"],
            hint=broken.get("hint", "mend the module: no test was run"),
            location=Location(file=file, line=broken.get("line"), column=broken.get("column")) if file else None,
        )


def _chosen(rules: Sequence[dict[str, Any]], run: str, folders: Sequence[str]) -> list[dict[str, Any]]:
    if not rules:
        raise UsageError(
            f"{', '.join(folders)}: no tests", "a test is a rule whose name begins with test_, in a _test.rego file"
        )
    chosen = [
        rule
        for rule in rules
        if any(fnmatchcase(name, run) for name in (rule["name"], f"{rule['package']}.{rule['name']}"))
    ]
    if not chosen:
        raise UsageError(
            f"--run {run}: no test has such a name", "a glob of rules, such as 'test_sees_*' or '*.jobs.*'"
        )
    return chosen


def _results(rules: Sequence[dict[str, Any]], testers: _Testers) -> Iterable[RuleResult]:
    times = Counter((rule["package"], rule["name"]) for rule in rules)
    for rule in rules:
        named = times[rule["package"], rule["name"]]
        if rule["name"].startswith(SKIPPED):
            yield _result(rule, Verdict.SKIP, "")
        elif rule["form"] in _UNSUPPORTED:
            yield _result(rule, Verdict.ERROR, _UNSUPPORTED[rule["form"]])
        elif named > 1:  # together they are true when one of them is, which would hide the others
            yield _result(rule, Verdict.ERROR, f"{named} rules of this package have this name: rename them")
        else:
            yield _judged(rule, testers.run(rule["path"]))


def _judged(rule: Mapping[str, Any], told: Mapping[str, Any]) -> RuleResult:
    if "failure" in told:
        failure = told["failure"]
        return _result(rule, Verdict.ERROR, f"{_place(failure, rule)}{failure['message']}", told)
    if told["value"] == "true":
        return _result(rule, Verdict.PASS, "", told)
    if told["value"] == '"<undefined>"':
        return _result(rule, Verdict.FAIL, "one of its expressions is false or undefined", told)
    return _result(rule, Verdict.FAIL, f"is {' '.join(told['value'].split())}, not true", told)


def _place(failure: Mapping[str, Any], rule: Mapping[str, Any]) -> str:
    """Where it went wrong, unless that is where the test stands."""
    place = (failure.get("file"), failure.get("line"))
    return "" if None in place or place == (rule["file"], rule["line"]) else f"{place[0]}:{place[1]}: "


def _result(
    rule: Mapping[str, Any], verdict: Verdict, message: str, told: Mapping[str, Any] | None = None
) -> RuleResult:
    told = told or {}
    return RuleResult(
        package=rule["package"],
        rule=rule["name"],
        location=Location(file=rule["file"], line=rule["line"]),
        verdict=verdict,
        message=message,
        prints=tuple(told.get("prints", ())),
        seconds=told.get("seconds", 0.0),
    )


def _coverage(lines: Mapping[str, Any], program: Program) -> tuple[ModuleCoverage, ...]:
    """Of the modules under test, without the tests themselves."""
    return tuple(
        ModuleCoverage(file=file, covered=len(lines[file][0]), uncovered=tuple(sorted(lines[file][1])))
        for file in sorted(program.tested)
        if file in lines and not file.endswith("_test.rego")
    )
