"""What a run of Rego tests is made of."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from checker.model import Location, Problem


class Verdict(Enum):
    """What came of one test; worse ones first."""

    ERROR = "ERROR"  # it could not be evaluated
    FAIL = "FAIL"
    SKIP = "SKIP"  # a todo_ rule
    PASS = "PASS"  # noqa: S105 - no password


class RuleResult(Struct, frozen=True, kw_only=True):
    """What one test said."""

    package: str
    rule: str
    location: Location
    verdict: Verdict
    message: str = ""  # why it did not pass
    prints: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def name(self) -> str:
        """As `--run` takes it."""
        return f"{self.package}.{self.rule}"


class ModuleCoverage(Struct, frozen=True, kw_only=True):
    """Which lines of one module the tests evaluated."""

    file: str
    covered: int  # lines
    uncovered: tuple[int, ...]  # line numbers, ascending

    @property
    def percent(self) -> float:
        """Of the lines that can be evaluated; a module without any is wholly covered."""
        return percentage(self.covered, len(self.uncovered))


class RegoTestRun(Struct, frozen=True, kw_only=True):
    """Everything that one run of tests found out."""

    results: tuple[RuleResult, ...] = ()  # in order of file and line
    coverage: tuple[ModuleCoverage, ...] = ()  # empty: not asked for
    problems: tuple[Problem, ...] = ()  # METADATA that cannot be used, and broken modules: then no test was run

    def count(self, verdict: Verdict) -> int:
        """How many tests ended so."""
        return sum(result.verdict is verdict for result in self.results)

    @property
    def has_failed(self) -> bool:
        """Whether a test failed or could not be evaluated."""
        return any(result.verdict in {Verdict.FAIL, Verdict.ERROR} for result in self.results)

    @property
    def percent(self) -> float:
        """The share of covered lines of all modules together."""
        return percentage(
            sum(module.covered for module in self.coverage), sum(len(module.uncovered) for module in self.coverage)
        )


def percentage(covered: int, uncovered: int) -> float:
    """Of lines; none at all are wholly covered."""
    return 100 * covered / (covered + uncovered) if covered + uncovered else 100.0
