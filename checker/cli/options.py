"""How options become `Settings`, together with `tfcheck.yaml`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from msgspec import Struct

from checker.cli.completing import complete_selection, complete_sets
from checker.cli.engine_options import EngineChoice, engine_settings
from checker.configuration import Configuration
from checker.configuration import find as find_configuration
from checker.configuration import read as read_configuration
from checker.model import Severity
from checker.settings import DEFAULT_SETS, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")
T = TypeVar("T")

SEVERITIES = click.Choice([severity.label for severity in Severity], case_sensitive=False)


class Selection(Struct, frozen=True, kw_only=True):
    """What the user says on the command line about what is checked; empty: nothing."""

    config: str | None = None  # None: tfcheck.yaml of the working directory, if there is one
    policy: tuple[str, ...] = ()
    set_: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    severity: str | None = None  # None: the configuration decides
    target: str | None = None  # None: the configuration decides
    jobs: int | None = None  # None: the configuration decides


def selection_options(command: Decorated) -> Decorated:
    """Add the options of `Selection` to a command."""
    for option in reversed(
        (
            click.option(
                "--policy", multiple=True, metavar="DIR", help="Folder with policies of your own; repeatable."
            ),
            click.option(
                "--set",
                "set_",
                multiple=True,
                callback=_split,
                metavar="NAME",
                shell_complete=complete_sets,
                help="Policy sets to run, instead of baseline.",
            ),
            click.option(
                "--select",
                multiple=True,
                callback=_split,
                metavar="ID",
                shell_complete=complete_selection,
                help="Run only these: ids, groups, globs; comma-separated or repeated.",
            ),
            click.option(
                "--skip",
                multiple=True,
                callback=_split,
                metavar="ID",
                shell_complete=complete_selection,
                help="Leave these out: ids, groups, globs.",
            ),
            click.option("--severity", type=SEVERITIES, help="Run policies of at least this severity."),
            click.option(
                "--target", metavar="NAME", help="The environment, such as prod; of a bundle the target to check."
            ),
            click.option("--config", type=click.Path(), metavar="FILE", help="Instead of tfcheck.yaml in this folder."),
        )
    ):
        command = option(command)
    return command


def configuration_of(config: str | None) -> Configuration:
    """The configuration that is named, else that of the working directory, else an empty one."""
    path = Path(config) if config else find_configuration(Path())
    return read_configuration(path) if path else Configuration()


def settings_of(
    files: tuple[str, ...], selection: Selection, choice: EngineChoice, configuration: Configuration
) -> Settings:
    """One `Settings` of all; the command line goes first."""
    engine, opa = engine_settings(choice, configuration)
    severity = Severity[selection.severity.upper()] if selection.severity else configuration.severity
    return Settings(
        files=files,
        started=datetime.now().astimezone(),
        policy_dirs=selection.policy or configuration.policies or (),
        select=selection.select or (() if selection.set_ else configuration.select or ()),
        skip=(*selection.skip, *(configuration.skip or ())),
        sets=selection.set_ or configuration.sets or DEFAULT_SETS,
        minimum_severity=severity,
        target=selection.target or configuration.target,
        parameters=configuration.parameters or {},
        severities=configuration.severities or {},
        waivers=configuration.waivers or (),
        jobs=first_given(selection.jobs, configuration.jobs, 1),
        engine=engine,
        opa=opa,
        **_limits(configuration),
    )


def first_given(*values: T | None) -> T:
    """The first value that is not None; the last is the default."""
    return next(value for value in values if value is not None)


def _limits(configuration: Configuration) -> dict[str, Any]:
    limits = {"time_limit": configuration.time_limit, "memory_limit": configuration.memory_limit}
    return {name: limit for name, limit in limits.items() if limit is not None}


def _split(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not value.strip(", "):
            raise click.BadParameter("names nothing; a variable of your script may not be set")
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
