"""`tfcheck check`: judges files and reports."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import click

from checker.check import check as run_check
from checker.cli.engine_options import EngineChoice, engine_options
from checker.cli.exit_codes import exit_code
from checker.cli.options import SEVERITIES, Selection, configuration_of, first_given, selection_options, settings_of
from checker.cli.progress import progress
from checker.errors import UsageError
from checker.model import Severity
from checker.reporters import REPORTERS, RenderOptions, reporter


@click.command(
    epilog="""\b
Examples:
  tfcheck plan.json
  tfcheck plan.json terraform.tfstate --set baseline,llmops
  tfcheck environments/                          every plan, state and root module below this folder
  tfcheck environments/prod --var-file prod.tfvars
  terraform show -json tfplan | tfcheck -
  tfcheck plan.json --select 'DBX-ML-*' --fail-on high
  tfcheck plan.json --format json --output report.json
"""
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(allow_dash=True))
@selection_options
@engine_options
@click.option("--format", "format_", type=click.Choice(list(REPORTERS)), help="Form of the report; text by default.")
@click.option(
    "--output",
    type=click.Path(dir_okay=False),
    metavar="FILE",
    help="Write the report here instead of standard output.",
)
@click.option("--fail-on", type=SEVERITIES, help="Lowest severity that makes the exit code 1; info by default.")
@click.option("--strict/--no-strict", default=None, help="Count what is undecided as open.")
@click.option("--jobs", type=click.IntRange(1, 256), metavar="N", help="Files looked at at once; 1 by default.")
@click.option("--no-color", is_flag=True, help="No colour, also on a terminal; so does the variable NO_COLOR.")
@click.option("-q", "--quiet", is_flag=True, help="Findings and problems only.")
@click.option("-v", "--verbose", count=True, help="Also what passed, and what it looked at.")
def check(
    files: tuple[str, ...],
    format_: str | None,
    output: str | None,
    fail_on: str | None,
    strict: bool | None,
    no_color: bool,
    quiet: bool,
    verbose: int,
    **options: Any,
) -> int:
    """Check plans (terraform show -json), states and configurations against policies.

    A FILE is a plan or a state, also gzipped, or a .tf file, which stands for its root module; - is
    standard input; a folder is searched for all of them.
    """
    choice = EngineChoice(**{name: value for name, value in options.items() if name in EngineChoice.__slots__})
    selection = Selection(**{name: value for name, value in options.items() if name in Selection.__slots__})
    configuration = configuration_of(selection.config)
    settings = settings_of(files, selection, choice, configuration)
    render = reporter(first_given(format_, configuration.format, "text"))
    with progress(quiet=quiet) as show:
        report = run_check(settings, show)
    _write(render(report, _render_options(output, no_color=no_color, verbose=-1 if quiet else verbose)), output)
    lowest = Severity[fail_on.upper()] if fail_on else first_given(configuration.fail_on, Severity.INFO)
    return exit_code(report, fail_on=lowest, strict=first_given(strict, configuration.strict, False))


def _render_options(output: str | None, *, no_color: bool, verbose: int) -> RenderOptions:
    is_terminal = output is None and sys.stdout.isatty()
    colour = is_terminal and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = os.get_terminal_size(sys.stdout.fileno()).columns if is_terminal else 80
    return RenderOptions(width=max(width, 60), colour=colour, verbose=verbose)


def _write(text: str, output: str | None) -> None:
    if output is None:
        click.echo(text, nl=not text.endswith("\n"), color=True)
        return
    try:
        Path(output).write_text(text if text.endswith("\n") else f"{text}\n", encoding="utf-8")
    except OSError as error:
        raise UsageError(f"--output {output}: {error.strerror}", "name a file that can be written") from error
