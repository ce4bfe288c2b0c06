"""What the commands that show policies have in common: options, and the catalogue."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click
from msgspec.structs import replace

from checker import shipped
from checker.catalogue import read_catalogue
from checker.catalogue.select import with_severities
from checker.cli.exit_codes import ExitCode
from checker.cli.problems import tell_problems
from checker.configuration import configuration_of

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


def told(catalogue: Catalogue) -> ExitCode:
    """Modules that look like policies and are none must not go unnoticed: they are missing above."""
    tell_problems(catalogue.problems)
    return ExitCode.INCOMPLETE if catalogue.problems else ExitCode.CLEAN
