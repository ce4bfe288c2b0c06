"""How options become `Settings`, together with `tfcheck.yaml`."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from msgspec import Struct

from checker.cli.completing import complete_selection, complete_sets
from checker.cli.engine_options import EngineChoice, engine_settings
from checker.model import Severity
from checker.settings import DEFAULT_SETS, ConfigurationSettings, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.configuration import Configuration

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")
T = TypeVar("T")
_ORDER = "tfcheck.order"

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
    var: tuple[tuple[str, str], ...] = ()  # --var and --var-file, in the order given
    source: str | None = None  # None: looked for beside each plan and state


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
            *variable_options(),
            click.option("--config", type=click.Path(), metavar="FILE", help="Instead of tfcheck.yaml in this folder."),
        )
    ):
        command = option(command)
    return command


def variable_options() -> tuple[Callable[[Decorated], Decorated], ...]:
    """The options that give variables of a configuration their values; they fill one list."""
    return (
        click.option(
            "--var",
            "var",
            multiple=True,
            metavar="NAME=VALUE",
            callback=_variables,
            help="Of a configuration or bundle: the value of a variable. Of --var and --var-file the last wins.",
        ),
        click.option(
            "--var-file",
            multiple=True,
            metavar="FILE",
            is_eager=True,  # before --var, which takes both together
            expose_value=False,
            callback=_variable_files,
            help="Of a configuration: a file with values of variables.",
        ),
    )


def configuration_settings(variables: tuple[tuple[str, str], ...]) -> ConfigurationSettings:
    """What configurations and bundles are evaluated with: options, and what is taken from the environment."""
    return ConfigurationSettings(
        variables=variables,
        environment=_from_environment("TF_VAR_"),
        bundle_environment=_from_environment("BUNDLE_VAR_"),
        workspace=os.environ.get("TF_WORKSPACE") or None,
        cache=str(cache_folder() / "hcl"),
    )


def _from_environment(prefix: str) -> dict[str, str]:
    return {name.removeprefix(prefix): text for name, text in os.environ.items() if name.startswith(prefix)}


def cache_folder() -> Path:
    """Where this user's programs keep what they can make again."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData/Local")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "tfcheck"


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
        source=selection.source,
        configuration=configuration_settings(selection.var),
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


class InOrder(click.Command):
    """A command that knows in which order its options stood: of `--var` and `--var-file` the later one wins."""

    def make_parser(self, ctx: click.Context) -> Any:
        """The parser, whose answer is looked at on the way."""
        parser: Any = super().make_parser(ctx)
        parse = parser.parse_args

        def parse_args(args: list[str]) -> Any:
            found = parse(args)
            ctx.meta[_ORDER] = [parameter.name for parameter in found[2]]
            return found

        parser.parse_args = parse_args
        return parser


def _variables(context: click.Context, _: click.Parameter, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    for value in values:
        if not value.partition("=")[0].strip() or "=" not in value:
            raise click.BadParameter("is written NAME=VALUE")
    given = {"var": iter(values), "var_file": iter(context.meta.get("var-file", ()))}
    kinds = {"var": "var", "var_file": "var-file"}
    return tuple((kinds[name], next(given[name])) for name in context.meta[_ORDER] if name in kinds)


def _variable_files(context: click.Context, _: click.Parameter, values: tuple[str, ...]) -> None:
    context.meta["var-file"] = values


def _split(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not value.strip(", "):
            raise click.BadParameter("names nothing; a variable of your script may not be set")
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
