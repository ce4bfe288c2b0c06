"""The options that choose an engine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from msgspec import Struct

from checker.engines.choice import ENGINES
from checker.errors import UsageError
from checker.settings import OpaSettings

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.configuration import Configuration

Decorated = TypeVar("Decorated", bound="Callable[..., Any]")

_TOKEN_VARIABLE = "OPA_TOKEN"  # noqa: S105 - the name of a variable


class EngineChoice(Struct, frozen=True, kw_only=True):
    """What the user says on the command line about the engine. None: nothing, so that the configuration decides."""

    engine: str | None = None
    opa_url: str | None = None
    opa_bin: str | None = None
    opa_token_file: str | None = None
    opa_ca: str | None = None
    opa_cert: str | None = None
    opa_key: str | None = None
    opa_timeout: float | None = None
    opa_preloaded: bool | None = None


def engine_options(command: Decorated) -> Decorated:
    """Add the options of `EngineChoice` to a command."""
    for option in reversed(
        (
            click.option(
                "--engine",
                type=click.Choice(list(ENGINES)),
                help="What evaluates the policies; embedded by default, opa with any of the options below. "
                "auto: embedded, and opa for policies that need it.",
            ),
            click.option("--opa-url", metavar="URL", help="An OPA server that runs; else opa is started for the run."),
            click.option("--opa-bin", metavar="PROGRAM", help="The opa to start, instead of the one on PATH."),
            click.option(
                "--opa-token-file", metavar="FILE", help=f"Token for the server; else the variable {_TOKEN_VARIABLE}."
            ),
            click.option("--opa-ca", metavar="FILE", help="Authorities to trust, in PEM form, instead of the usual."),
            click.option("--opa-cert", metavar="FILE", help="The client's certificate, in PEM form."),
            click.option("--opa-key", metavar="FILE", help="Its private key, where that is in a file of its own."),
            click.option(
                "--opa-timeout",
                type=click.FloatRange(0, 86400, min_open=True),
                metavar="SECONDS",
                help="For one answer; the limit of time by default.",
            ),
            click.option(
                "--opa-preloaded",
                is_flag=True,
                default=None,
                help="Upload nothing: the server has the policies already.",
            ),
        )
    ):
        command = option(command)
    return command


def engine_settings(choice: EngineChoice, configuration: Configuration) -> tuple[str, OpaSettings]:
    """The name of the engine, and how to reach OPA; the command line goes first. Raises `UsageError`."""
    url = choice.opa_url or ("" if choice.opa_bin else configuration.opa_url or "")
    binary = choice.opa_bin or ("" if choice.opa_url else configuration.opa_bin or "")
    is_preloaded = bool(configuration.opa_preloaded if choice.opa_preloaded is None else choice.opa_preloaded)
    name = choice.engine or configuration.engine or ("opa" if url or binary or is_preloaded else "embedded")
    settings = OpaSettings(
        url=url,
        binary=binary,
        token=_token(choice.opa_token_file or configuration.opa_token_file) if name in {"opa", "auto"} else "",
        authority=choice.opa_ca or configuration.opa_ca or "",
        certificate=choice.opa_cert or configuration.opa_cert or "",
        key=choice.opa_key or configuration.opa_key or "",
        timeout=configuration.opa_timeout if choice.opa_timeout is None else choice.opa_timeout,
        preloaded=is_preloaded,
    )
    return name, settings


def _token(file: str | None) -> str:
    """The token of the file, else of the environment; never of the command line, which other users can see."""
    if file is None:
        return os.environ.get(_TOKEN_VARIABLE, "").strip()
    try:
        token = Path(file).read_text(encoding="utf-8").strip()
    except OSError as error:
        raise UsageError(f"--opa-token-file {file}: {error.strerror}", "name a file that holds the token") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"--opa-token-file {file}: not a text", "name a file that holds the token") from error
    if not token or not token.isprintable() or " " in token:
        raise UsageError(f"--opa-token-file {file}: holds no token", "it is to hold the token alone, on one line")
    return token
