"""`tfcheck policies`: shows which policies there are and what they say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker import shipped
from checker.catalogue import read_catalogue
from checker.catalogue.lookup import policy_named
from checker.catalogue.parameters import validate_parameters
from checker.catalogue.select import select
from checker.cli.completing import complete_frameworks, complete_policies, complete_selection, complete_sets
from checker.cli.coverage import lint, list_controls, list_types
from checker.cli.options import SEVERITIES
from checker.cli.showing import (
    SCHEMA,
    as_json,
    catalogue_of,
    config_option,
    no_color_option,
    policy_option,
    told,
)
from checker.cli.terminal import render_options
from checker.controls import framework_named
from checker.errors import UsageError
from checker.model import Severity
from checker.policy_pages.page import page
from checker.policy_pages.table import table
from checker.policy_pages.tree import tree

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from checker.model import Policy


@click.group(
    epilog="""\b
Examples:
  tfcheck policies list
  tfcheck policies show DBX-ML-001
"""
)
def policies() -> None:
    """Show which policies there are and what each says."""


@policies.command(
    "list",
    epilog="""\b
Examples:
  tfcheck policies list                            all there are, group by group
  tfcheck policies list --set llmops --severity high
  tfcheck policies list --select 'models,DBX-UC-*'
  tfcheck policies list --framework nist-800-53    with the controls that each answers for
  tfcheck policies list --policy my-policies --format json
""",
)
@click.option(
    "--set", "sets", multiple=True, metavar="NAME", shell_complete=complete_sets, help="Only those of these sets."
)
@click.option(
    "--select",
    "selected",
    multiple=True,
    metavar="ID",
    shell_complete=complete_selection,
    help="Only these: ids, groups, globs; comma-separated or repeated.",
)
@click.option("--severity", type=SEVERITIES, help="Only those of at least this severity.")
@click.option(
    "--framework",
    metavar="NAME",
    shell_complete=complete_frameworks,
    help="Only those that answer for controls of this compliance framework.",
)
@policy_option
@config_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "ids"]),
    default="text",
    show_default=True,
    help="Form of the list; ids is one a line.",
)
@no_color_option
def list_policies(
    sets: tuple[str, ...],
    selected: tuple[str, ...],
    severity: str | None,
    framework: str | None,
    folders: tuple[str, ...],
    config: str | None,
    format_: str,
    *,
    no_color: bool,
) -> int:
    """List policies with severity, sets and title.

    Severities are those that tfcheck.yaml gives, where it gives any. Without filters the list has
    every policy, also those that no run without --set or --select would look at.
    """
    if framework is not None:
        framework_named(framework)
    catalogue = catalogue_of(folders, config)
    lowest = Severity[severity.upper()] if severity else Severity.INFO
    shown = _filtered(catalogue.policies, _split(sets), _split(selected), lowest)
    if framework is not None:
        shown = tuple(policy for policy in shown if policy.controls.get(framework))
    click.echo(_LISTS[format_](shown, framework, no_color), nl=False, color=True)
    return told(catalogue)


@policies.command(
    "show",
    epilog="""\b
Examples:
  tfcheck policies show DBX-ML-001
  tfcheck policies show ACME-001 --policy my-policies --format json
""",
)
@click.argument("id_", metavar="ID", shell_complete=complete_policies)
@policy_option
@config_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Form of the page.",
)
@no_color_option
def show_policy(id_: str, folders: tuple[str, ...], config: str | None, format_: str, *, no_color: bool) -> int:
    """Show everything about one policy: what it looks at, its parameters, controls, and how to waive it.

    ID is its id, or one that it had before.
    """
    catalogue = catalogue_of(folders, config)
    policy = policy_named(id_, catalogue.policies)
    text = page(policy, render_options(no_color=no_color)) if format_ == "text" else as_json(tree(policy))
    click.echo(text, nl=False, color=True)
    return told(catalogue)


@policies.command(
    "defaults",
    epilog="""\b
Examples:
  tfcheck policies defaults my-policies --output my-policies/tfcheck/parameters/data.json
  tfcheck dump plan.json | opa eval -I -d my-policies data.my_policies
""",
)
@click.argument("folder", required=False, metavar="[DIR]", type=click.Path())
@click.option(
    "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write it here instead of standard output."
)
def defaults(folder: str | None, output: str | None) -> int:
    """Print the parameters' defaults of the policies in DIR, as JSON for OPA.

    tfcheck gives policies their parameters as data.tfcheck.parameters. For opa eval and opa test the
    defaults are wanted as a file tfcheck/parameters/data.json in the folder of the policies. Without
    DIR these are the defaults of the policies that tfcheck ships.
    """
    schema = shipped.schemas() / SCHEMA
    catalogue = read_catalogue(None, [folder], schema) if folder else read_catalogue(shipped.policies(), [], schema)
    values = validate_parameters({}, catalogue.policies)
    text = as_json({id_: given for id_, given in sorted(values.items()) if given})
    if output is None:
        click.echo(text, nl=False)
    else:
        _write(text, output)
    return told(catalogue)


def _filtered(
    every: Sequence[Policy], sets: tuple[str, ...], selected: tuple[str, ...], lowest: Severity
) -> tuple[Policy, ...]:
    if sets or selected:
        every = select(every, select=selected, skip=(), sets=sets, minimum_severity=None)
    if sets and selected:
        every = [policy for policy in every if not set(sets).isdisjoint(policy.sets)]
    return tuple(policy for policy in every if policy.severity >= lowest)


def _as_table(shown: Sequence[Policy], framework: str | None, no_color: bool) -> str:
    return table(shown, render_options(no_color=no_color), framework=framework)


def _json_list(shown: Sequence[Policy], _: str | None, __: bool) -> str:
    return as_json([tree(policy) for policy in shown])


def _as_ids(shown: Sequence[Policy], _: str | None, __: bool) -> str:
    return "".join(f"{policy.id}\n" for policy in shown)


_LISTS: dict[str, Callable[[Sequence[Policy], str | None, bool], str]] = {
    "text": _as_table,
    "json": _json_list,
    "ids": _as_ids,
}


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _write(text: str, output: str) -> None:
    try:
        Path(output).parent.mkdir(parents=True, exist_ok=True)
        Path(output).write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise UsageError(f"--output {output}: {error.strerror}", "name a file that can be written") from error


for command in (list_controls, list_types, lint):
    policies.add_command(command)
