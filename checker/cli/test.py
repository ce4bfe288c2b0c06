"""`tfcheck test`: runs the tests of policies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.cli.exit_codes import ExitCode
from checker.cli.problems import tell_problems
from checker.configuration import configuration_of
from checker.errors import UsageError
from checker.policy_tests import MEMORY_LIMIT, run_tests
from checker.policy_tests.text import line_of, summary
from checker.reporters.text.safe import safe

if TYPE_CHECKING:
    from checker.configuration import Configuration
    from checker.policy_tests.model import RegoTestRun, RuleResult

_DEFAULT_FOLDER = "policies"


@click.command(
    epilog="""\b
Examples:
  tfcheck test                           the policies of tfcheck.yaml, else ./policies
  tfcheck test my-policies --run 'test_sees_*'
  tfcheck test --coverage --coverage-minimum 90

\b
Exit codes:
  0  all passed          2  usage error, or no test was found
  1  a test failed       3  a module or its METADATA is broken
"""
)
@click.argument("folders", nargs=-1, metavar="[DIR]…", type=click.Path())
@click.option("--run", default="*", metavar="GLOB", help="Run only these: rules, with or without their packages.")
@click.option("--coverage", is_flag=True, help="Show which lines of the policies no test evaluates.")
@click.option(
    "--coverage-minimum",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="Fail below this coverage of all modules together.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(0, min_open=True),
    default=30.0,
    show_default=True,
    metavar="SECONDS",
    help="For each test.",
)
@click.option("--config", type=click.Path(), metavar="FILE", help="Instead of tfcheck.yaml in this folder.")
@click.option("-v", "--verbose", is_flag=True, help="Also how long each took, and what passing tests printed.")
def test(
    folders: tuple[str, ...],
    run: str,
    coverage: bool,
    coverage_minimum: float | None,
    time_limit: float,
    config: str | None,
    verbose: bool,
) -> int:
    """Run the test_ rules of the Rego modules in each DIR, as opa test does.

    What tfcheck ships is at hand beside them: data.policies.lib and data.tfcheck.
    """
    configuration = configuration_of(config)

    def tell(result: RuleResult) -> None:
        click.echo(safe(line_of(result, verbose=verbose)))

    outcome = run_tests(
        folders or _folders(configuration),
        run=run,
        coverage=coverage or coverage_minimum is not None,
        time_limit=time_limit,
        memory_limit=configuration.memory_limit or MEMORY_LIMIT,
        tell=tell,
    )
    if outcome.results:
        click.echo()
        for line in summary(outcome, verbose=verbose).splitlines():
            click.echo(safe(line))
    tell_problems(outcome.problems)
    return _exit_code(outcome, coverage_minimum)


def _folders(configuration: Configuration) -> tuple[str, ...]:
    if configuration.policies:
        return configuration.policies
    if Path(_DEFAULT_FOLDER).is_dir():
        return (_DEFAULT_FOLDER,)
    raise UsageError("no folder with policies to test", "name one: tfcheck test DIR; or give policies in tfcheck.yaml")


def _exit_code(outcome: RegoTestRun, coverage_minimum: float | None) -> ExitCode:
    if outcome.problems:
        return ExitCode.INCOMPLETE
    if outcome.has_failed:
        return ExitCode.FINDINGS
    if coverage_minimum is not None and outcome.percent < coverage_minimum:
        click.echo(f"coverage is below {coverage_minimum:g} %", err=True)
        return ExitCode.FINDINGS
    return ExitCode.CLEAN
