"""`tfcheck dump`: prints the document that policies see."""

from __future__ import annotations

from pathlib import Path

import click
import msgspec

from checker import shipped
from checker.cli.exit_codes import ExitCode
from checker.cli.options import InOrder, configuration_settings, variable_options
from checker.cli.problems import tell_problems
from checker.configuration import configuration_of
from checker.inputs import Input, named
from checker.reading import read_document


@click.command(
    cls=InOrder,
    epilog="""\b
Examples:
  tfcheck dump plan.json | less
  tfcheck dump plan.json | opa eval -I -d policies 'data.policies.rules'
  tfcheck dump environments/prod --var-file prod.tfvars
  terraform show -json tfplan | tfcheck dump - --compact > input.json

\b
Exit codes:
  0  the document was printed     3  it could not be read, or not wholly
  2  usage error
""",
)
@click.argument("file", type=click.Path(allow_dash=True), metavar="FILE")
@variable_options()[0]
@variable_options()[1]
@click.option("--compact", is_flag=True, help="On one line.")
@click.option("--target", metavar="NAME", help="The environment, such as prod; else the plan's variables tell it.")
@click.option("--config", type=click.Path(), metavar="FILE", help="Instead of tfcheck.yaml in this folder.")
def dump(file: str, compact: bool, target: str | None, config: str | None, var: tuple[tuple[str, str], ...]) -> int:
    """Print FILE as policies see it, which is their input; - is standard input, a folder a root module.

    Sensitive values are masked, as they are for policies. Its form is schemas/input/document.json.
    """
    configuration = configuration_of(config)
    is_folder = file != "-" and Path(file).is_dir()
    meant = Input(file=file, is_searched=False, root_module=file) if is_folder else named(file)
    reading = read_document(
        meant.file,
        target=target or configuration.target,
        secret_attributes=shipped.secret_attributes(),
        misfits=True,
        root_module=meant.root_module,
        configuration=configuration_settings(var),
    )
    if reading.document is not None:
        text = reading.document.text
        click.echo(text if compact else msgspec.json.format(text, indent=2))
    tell_problems(reading.problems)
    return ExitCode.INCOMPLETE if reading.problems else ExitCode.CLEAN
