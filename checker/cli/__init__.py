"""The command line; the only place that exits."""

from __future__ import annotations

import errno
import gc
import os
import sys
from importlib import import_module
from signal import SIGTERM, signal
from typing import TYPE_CHECKING, Any, cast

import click

from checker import __version__
from checker.cli.completing import complete_first
from checker.cli.exit_codes import ExitCode
from checker.cli.streams import abandon_output, leave, prepare_streams
from checker.cli.writing import UnwrittenError
from checker.errors import TfcheckError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

_COMMANDS = {
    "check": "checker.cli.check:check",
    "policies": "checker.cli.policies:policies",
    "explain": "checker.cli.explain:explain",
    "dump": "checker.cli.dump:dump",
    "test": "checker.cli.test:test",
    "init": "checker.cli.init:init",
    "completion": "checker.cli.completion:completion",
}
_OF_THE_GROUP = frozenset({"--help", "-h", "--version"})
# As shells say it: 128 and the number of the signal.
_INTERRUPTED = 130
_READER_GONE = 141
_TERMINATED = 143
_MANY = 100_000  # objects that come to life before cycles are looked for: importing alone would have it done ten times
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


class _ReaderGoneError(Exception):
    """Whoever read the output has stopped, as `head` does."""


class _Commands(click.Group):
    """Imports a command when it is used; whatever is no command is a file to check."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click gives it
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        if cmd_name not in _COMMANDS:
            return None
        module, name = _COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        return complete_first(
            super().shell_complete(ctx, incomplete),
            cast("click.Command", self.get_command(ctx, "check")),
            ctx,
            incomplete,
        )

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if args and args[0] not in _COMMANDS and args[0] not in _OF_THE_GROUP:
            if not ctx.resilient_parsing:  # which is completion
                _refuse_misspelt(args[0], ctx)
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _ReaderGoneError from error  # click would exit with 1, which says that there are findings


def _refuse_misspelt(word: str, ctx: click.Context) -> None:
    """A word that is nearly a command, and no file, is not looked for as one."""
    if os.path.lexists(word):
        return
    from difflib import get_close_matches  # noqa: PLC0415 - 2 ms that only a mistake need pay

    if near := get_close_matches(word, _COMMANDS, n=1, cutoff=0.75):
        raise click.UsageError(f"No such command or file {word!r}. Did you mean {near[0]!r}?", ctx)


@click.command(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  tfcheck plan.json                        check a plan; the same as tfcheck check plan.json
  terraform show -json tfplan | tfcheck -  check a plan from standard input
  tfcheck terraform.tfstate --set llmops   check a state with the policies for LLMOps projects
  tfcheck policies list                    show which policies there are
  tfcheck explain DBX-ML-001               why a policy matters, with examples

\b
Exit codes:
  0  nothing open        2  usage error
  1  open findings       3  something could not be looked at
""",
)
@click.version_option(__version__, prog_name="tfcheck")
def cli() -> None:
    """Check Terraform configurations, plans and states against policies."""


def main() -> None:
    """Run the command line and exit with its exit code."""
    prepare_streams()
    signal(SIGTERM, _stop)  # what CI systems send: leave no process behind
    gc.set_threshold(_MANY)
    leave(int(_code() or 0))


def _code() -> int | None:
    try:
        code: int | None = cli.main(prog_name="tfcheck", standalone_mode=False)
    except click.Abort:
        _tell("interrupted")
        return _INTERRUPTED
    except click.ClickException as error:
        error.show()
        return ExitCode.USAGE
    except TfcheckError as error:
        _tell(f"tfcheck: {error}", error.hint)
        return ExitCode.INCOMPLETE if isinstance(error, UnwrittenError) else ExitCode.USAGE
    except _ReaderGoneError:
        abandon_output()
        return _READER_GONE
    except Exception as error:  # noqa: BLE001 - the one place: no traceback is shown, for it could hold values
        if isinstance(error, OSError) and error.errno in _FULL:
            abandon_output()
            _tell(f"tfcheck: the output could not be written: {error.strerror}", "make room; nothing of it can be used")
        else:
            _tell(
                f"tfcheck: this is a bug in tfcheck: {type(error).__name__} at {_place(error)}",
                "please report it with the command that you gave, and without your files",
            )
        return ExitCode.INCOMPLETE
    return code


def _stop(*_: object) -> None:
    sys.exit(_TERMINATED)


def _tell(message: str, hint: str = "") -> None:
    """On standard error; file names and values of the configuration must not steer the terminal."""
    from checker.reporters.text.safe import safe  # noqa: PLC0415 - not needed where all goes well

    lines = [*message.splitlines(), *(f"hint: {line}" for line in hint.splitlines())]
    click.echo("\n".join(map(safe, lines)), err=True)


def _place(error: BaseException) -> str:
    """The innermost place in tfcheck's own code; never a value."""
    place = "an unknown place"
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.partition(".")[0] == "checker":
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
