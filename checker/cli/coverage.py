"""`tfcheck policies controls`: shows which controls of a framework the policies answer for."""

from __future__ import annotations

import click

from checker.catalogue.controls import coverage
from checker.cli.completing import complete_frameworks
from checker.cli.showing import (
    as_json,
    catalogue_of,
    config_option,
    no_color_option,
    policy_option,
    told,
)
from checker.cli.terminal import render_options
from checker.policy_pages.controls import controls_page, controls_tree

format_option = click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the list.",
)


@click.command(
    "controls",
    epilog="""\b
Examples:
  tfcheck policies controls nist-800-53
  tfcheck policies controls iso-27001 --uncovered
  tfcheck policies controls soc2 --format json
""",
)
@click.argument("framework", metavar="FRAMEWORK", shell_complete=complete_frameworks)
@click.option("--uncovered", is_flag=True, help="Only controls for which no policy answers.")
@policy_option
@config_option
@format_option
@no_color_option
def list_controls(
    framework: str, folders: tuple[str, ...], config: str | None, format_: str, *, uncovered: bool, no_color: bool
) -> int:
    """List the controls of a compliance framework with the policies that answer for each.

    FRAMEWORK is sat, dasf, nist-800-53, cis-controls, cis-azure, iso-27001 or soc2.
    """
    catalogue = catalogue_of(folders, config)
    found = coverage(framework, catalogue.policies)
    shown = [control for control in found.controls if not (uncovered and control.policies)]
    text = (
        controls_page(found, shown, render_options(no_color=no_color))
        if format_ == "text"
        else as_json(controls_tree(found, shown))
    )
    click.echo(text, nl=False, color=True)
    return told(catalogue)
