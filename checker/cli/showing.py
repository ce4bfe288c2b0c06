"""What the commands that show policies have in common: options, the catalogue, how a page is made."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from checker import shipped
from checker.catalogue import read_catalogue
from checker.catalogue.select import with_severities
from checker.cli.exit_codes import ExitCode
from checker.cli.options import configuration_of
from checker.cli.problems import tell_problems
from checker.reporters import RenderOptions

if TYPE_CHECKING:
    from checker.catalogue import Catalogue

SCHEMA = "policy/metadata.json"

policy_option = click.option(
    "--policy",
    "folders",
    multiple=True,
    type=click.Path(),
    metavar="DIR",
    help="Folder with policies of your own; repeatable.",
)
config_option = click.option(
    "--config", type=click.Path(), metavar="FILE", help="Instead of tfcheck.yaml in this folder."
)
no_color_option = click.option(
    "--no-color", is_flag=True, help="No colour, also on a terminal; so does the variable NO_COLOR."
)


def catalogue_of(folders: tuple[str, ...], config: str | None) -> Catalogue:
    """Every policy at hand, with the severities of the configuration."""
    configuration = configuration_of(config)
    folders = folders or configuration.policies or ()
    catalogue = read_catalogue(shipped.policies(), folders, shipped.schemas() / SCHEMA)
    return replace(catalogue, policies=with_severities(catalogue.policies, configuration.severities or {}))


def as_json(value: object) -> str:
    """JSON to read."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def render_options(*, no_color: bool) -> RenderOptions:
    """Width and colour of the terminal, or of what stands in its place."""
    is_terminal = sys.stdout.isatty()
    colour = is_terminal and not no_color and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = os.get_terminal_size(sys.stdout.fileno()).columns if is_terminal else 80
    return RenderOptions(width=max(width, 60), colour=colour)


def told(catalogue: Catalogue) -> ExitCode:
    """Modules that look like policies and are none must not go unnoticed: they are missing above."""
    tell_problems(catalogue.problems)
    return ExitCode.INCOMPLETE if catalogue.problems else ExitCode.CLEAN
