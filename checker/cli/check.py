"""`tfcheck check`: judges files and reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from checker.check import check as run_check
from checker.cli.completing import complete_format
from checker.cli.engine_options import EngineChoice, engine_options
from checker.cli.exit_codes import exit_code
from checker.cli.options import SEVERITIES, InOrder, Selection, first_given, selection_options, settings_of
from checker.cli.outputs import outputs_of
from checker.cli.progress import progress
from checker.cli.terminal import render_options
from checker.cli.writing import write
from checker.configuration import configuration_of
from checker.errors import UsageError
from checker.model import Severity
from checker.reporters import REPORTERS, WITH_EVIDENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.reporters.options import PastCheck


@click.command(
    cls=InOrder,
    epilog="""\b
Examples:
  tfcheck plan.json
  tfcheck plan.json terraform.tfstate --set baseline,llmops
  tfcheck environments/                          every plan, state, bundle and root module below this folder
  tfcheck . --target prod                        the Databricks bundle in this folder, as prod
  tfcheck environments/prod --var-file prod.tfvars
  tfcheck --changed modules/jobs/main.tf         the root modules that call this module
  terraform show -json tfplan | tfcheck -
  tfcheck out/plan.json --source environments/prod   findings point into the .tf files
  tfcheck plan.json --select 'DBX-ML-*' --fail-on high
  tfcheck plan.json --format json --output report.json
  tfcheck plan.json --format text --format sarif=report.sarif --format junit=report.xml
  tfcheck plan.json terraform.tfstate --format html=report.html
  tfcheck plan.json --format html=report.html --history last-month.json --history last-week.json
""",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(allow_dash=True))
@selection_options
@engine_options
@click.option(
    "--source",
    type=click.Path(),
    metavar="DIR",
    help="Folder of the root module or bundle that plans and states were made from: findings point into it. By default "
    "that beside them.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="NAME[=FILE]",
    shell_complete=complete_format,
    help=f"Form of the report, repeatable: {', '.join(REPORTERS)}. text by default.",
)
@click.option("--output", metavar="FILE", help="Write the report here instead of standard output.")
@click.option(
    "--group-by",
    type=click.Choice(["file", "policy", "severity", "resource"]),
    default="file",
    show_default=True,
    help="Under what findings stand together in the text.",
)
@click.option(
    "--history",
    "past_reports",
    multiple=True,
    type=click.Path(allow_dash=True),
    metavar="REPORT",
    help="Earlier report as JSON, repeatable: html and pdf show what was open then and is now.",
)
@click.option("--fail-on", type=SEVERITIES, help="Lowest severity that makes the exit code 1; info by default.")
@click.option("--strict/--no-strict", default=None, help="Count what is undecided as open.")
@click.option(
    "--changed",
    is_flag=True,
    help="The FILEs changed: check the root modules and bundles that they belong to, once each.",
)
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Files looked at at once; 1 by default.")
@click.option("--no-color", is_flag=True, help="No colour, also on a terminal; so does the variable NO_COLOR.")
@click.option("-q", "--quiet", is_flag=True, help="Findings and problems only.")
@click.option("-v", "--verbose", count=True, help="Also what passed, and what it looked at.")
def check(
    files: tuple[str, ...],
    changed: bool,
    formats: tuple[str, ...],
    output: str | None,
    group_by: str,
    past_reports: tuple[str, ...],
    fail_on: str | None,
    strict: bool | None,
    no_color: bool,
    quiet: bool,
    verbose: int,
    **options: Any,
) -> int:
    """Check plans (terraform show -json), states, configurations and bundles against policies.

    A FILE is a plan, a state or a file of a Databricks bundle, also gzipped, or a .tf file, which stands
    for its root module; - is standard input; a folder is searched for all of them.
    """
    choice = EngineChoice(**{name: value for name, value in options.items() if name in EngineChoice.__struct_fields__})
    selection = Selection(**{name: value for name, value in options.items() if name in Selection.__struct_fields__})
    configuration = configuration_of(selection.config)
    settings = replace(settings_of(files, selection, choice, configuration), changed=changed)
    outputs = outputs_of(formats or (first_given(configuration.format, "text"),), output, files)
    settings = replace(settings, evidence=any(each.format in WITH_EVIDENCE for each in outputs))
    history = _history(past_reports, files, is_shown=settings.evidence)
    with progress(quiet=quiet) as show:
        report = run_check(settings, show)
    shown: dict[str, Any] = {
        "no_color": no_color,
        "verbose": -1 if quiet else verbose,
        "group_by": group_by,
        "history": history,
    }
    # Files first: whoever reads standard output may go away.
    for each in sorted(outputs, key=lambda each: each.file is None):
        write(each.render(report, render_options(to_stdout=each.file is None, **shown)), each.file)
    lowest = Severity[fail_on.upper()] if fail_on else first_given(configuration.fail_on, Severity.INFO)
    return exit_code(report, fail_on=lowest, strict=first_given(strict, configuration.strict, False))


def _history(reports: Sequence[str], files: Sequence[str], *, is_shown: bool) -> tuple[PastCheck, ...]:
    """What earlier reports say, known before anything is checked. Raises `UsageError`."""
    if not reports:
        return ()
    if not is_shown:
        raise UsageError("--history: no format that is asked for shows it", "add --format html=report.html")
    if "-" in reports and (reports.count("-") > 1 or "-" in files):
        raise UsageError(
            "--history -: standard input can be read only once", "write the report into a file, and name it"
        )
    from checker.past_report import past_checks  # noqa: PLC0415 - few checks look back

    return past_checks(reports)
