"""`tfcheck policies controls` with `types` and `lint`: shows what the policies reach."""

from __future__ import annotations

import click

from checker.catalogue.lint import strange_names
from checker.catalogue.types import types_covered
from checker.cli.completing import complete_frameworks
from checker.cli.exit_codes import ExitCode
from checker.cli.showing import (
    as_json,
    catalogue_of,
    config_option,
    no_color_option,
    policy_option,
    told,
)
from checker.cli.terminal import render_options
from checker.controls import coverage
from checker.policy_pages.controls import controls_page, controls_tree
from checker.policy_pages.types import types_page, types_tree

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


@click.command(
    "types",
    epilog="""\b
Examples:
  tfcheck policies types
  tfcheck policies types --forgotten
  tfcheck policies types --policy my-policies --format json
""",
)
@click.option("--forgotten", is_flag=True, help="Only types that have no policy, and nobody says why.")
@policy_option
@config_option
@format_option
@no_color_option
def list_types(folders: tuple[str, ...], config: str | None, format_: str, *, forgotten: bool, no_color: bool) -> int:
    """List the resource types of Databricks' provider: with a policy, without one on purpose, forgotten.

    A policy that looks at resources of all types counts for none of them.
    """
    catalogue = catalogue_of(folders, config)
    found = types_covered(catalogue.policies)
    if format_ == "json":
        text = as_json(types_tree(found))
    else:
        text = types_page(found, render_options(no_color=no_color), forgotten_only=forgotten)
    click.echo(text, nl=False, color=True)
    return told(catalogue)


@click.command(
    "lint",
    epilog="""\b
Examples:
  tfcheck policies lint --policy my-policies
  tfcheck policies lint                       the folders that tfcheck.yaml names, and what tfcheck ships
""",
)
@policy_option
@config_option
def lint(folders: tuple[str, ...], config: str | None) -> int:
    """Tell which resource types and attributes the METADATA of policies name that no provider has.

    A policy for a misspelt type looks at nothing, and would never be missed. Exit code 1 where there
    is any. Types of providers whose schema tfcheck does not have are taken on trust.
    """
    catalogue = catalogue_of(folders, config)
    complaints = [
        f"{policy.location}: {policy.id}: {each}" for policy in catalogue.policies for each in strange_names(policy)
    ]
    for complaint in complaints:
        click.echo(complaint)
    code = told(catalogue)
    return ExitCode.FINDINGS if complaints and code is ExitCode.CLEAN else code
