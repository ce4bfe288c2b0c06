"""Shows what Rego tests said, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.policy_tests.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from checker.policy_tests.model import RegoTestRun, RuleResult

_SHOWN_LINES = 8  # ranges of uncovered lines of one module; the rest is counted


def line_of(result: RuleResult, *, verbose: bool) -> str:
    """One line for one test, whole however long, for grep."""
    took = f"  ({result.seconds * 1000:.1f} ms)" if verbose and result.verdict is not Verdict.SKIP else ""
    return f"{result.verdict.value:5}  {result.name}{took}"


def summary(run: RegoTestRun, *, verbose: bool) -> str:
    """What did not pass and why, the coverage, and the counts."""
    blocks = [*_failures(run.results, verbose=verbose)]
    if run.coverage:
        blocks.append("\n".join(_coverage(run)))
    return "\n\n".join([*blocks, _counts(run)])


def _failures(results: Sequence[RuleResult], *, verbose: bool) -> Iterator[str]:
    for result in sorted(results, key=lambda each: list(Verdict).index(each.verdict)):
        has_failed = result.verdict in {Verdict.ERROR, Verdict.FAIL}
        if has_failed or (verbose and result.prints):
            yield "\n".join(_explained(result))


def _explained(result: RuleResult) -> Iterator[str]:
    yield f"{result.verdict.value:5}  {result.name}"
    yield f"       {result.location}"
    if result.message:
        yield f"       {result.message}"
    for text in result.prints:
        yield f"       printed at {text}"


def _coverage(run: RegoTestRun) -> Iterator[str]:
    yield "Coverage"
    for module in sorted(run.coverage, key=lambda each: (each.percent, each.file)):
        missing = f"  lines {_ranges(module.uncovered)}" if module.uncovered else ""
        yield f"{_percent(module.percent)}  {module.file}{missing}"
    yield f"{_percent(run.percent)}  in all"


def _percent(percent: float) -> str:
    """Rounded down: 100 is said only of what is covered wholly."""
    return f"{int(percent * 10) / 10:5.1f} %"


def _ranges(lines: Iterable[int]) -> str:
    """`4, 5, 6, 9` is `4-6, 9`."""
    ranges: list[list[int]] = []
    for line in lines:
        if ranges and line == ranges[-1][1] + 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    shown = [str(first) if first == last else f"{first}-{last}" for first, last in ranges[:_SHOWN_LINES]]
    if len(ranges) > _SHOWN_LINES:
        shown.append(f"and {len(ranges) - _SHOWN_LINES} more")
    return ", ".join(shown)


def _counts(run: RegoTestRun) -> str:
    counted = (
        (run.count(Verdict.PASS), "passed"),
        (run.count(Verdict.FAIL), "failed"),
        (run.count(Verdict.ERROR), "with an error"),
        (run.count(Verdict.SKIP), "skipped"),
    )
    total = len(run.results)
    tests = "1 test" if total == 1 else f"{total} tests"
    return f"{tests}: " + ", ".join(f"{number} {what}" for number, what in counted if number or what == "passed")
