"""`tfcheck completion`: prints what makes a shell complete tfcheck's commands, options, policies and files."""

from __future__ import annotations

import click
from click.shell_completion import BashComplete, FishComplete, ShellComplete, ZshComplete

_NAME = "tfcheck"
_VARIABLE = "_TFCHECK_COMPLETE"  # click derives it from the name; with it set, tfcheck answers the shell
_SHELLS: dict[str, type[ShellComplete]] = {"bash": BashComplete, "zsh": ZshComplete, "fish": FishComplete}


@click.command(
    epilog="""\b
Examples:
  tfcheck completion bash > ~/.local/share/bash-completion/completions/tfcheck
  tfcheck completion zsh > ~/.zfunc/_tfcheck
  tfcheck completion fish > ~/.config/fish/completions/tfcheck.fish
  source <(tfcheck completion bash)                            this shell only
"""
)
@click.argument("shell", type=click.Choice(list(_SHELLS)))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Print the completion script for a shell.

    bash 4.4 or newer. For zsh the folder of the file belongs into fpath, before compinit.
    """
    script = _SHELLS[shell](ctx.find_root().command, {}, _NAME, _VARIABLE)
    # Not `source()`: for bash it starts the shell to look at its version, which the help tells anyway.
    click.echo(script.source_template % script.source_vars())
