"""What the shell offers for policies, sets and files; imports nothing heavy until it is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.configuration import configuration_of
from checker.errors import TfcheckError
from checker.reporters import REPORTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from click.shell_completion import CompletionItem

    from checker.model import Policy

_ENDINGS = (".json", ".tfstate", ".json.gz", ".tfstate.gz")


def complete_first(
    commands: list[CompletionItem], check: click.Command, ctx: click.Context, incomplete: str
) -> list[CompletionItem]:
    """For the first word: `commands`, or what `check` takes, which need not be named."""
    if incomplete.startswith("-"):
        options = check.shell_complete(click.Context(check, parent=ctx, info_name=check.name), incomplete)
        present = {item.value for item in commands}
        return [*commands, *(item for item in options if item.value not in present)]
    return [*commands, *_files(incomplete)] if commands else [_item(incomplete, type_="file")]


def _files(incomplete: str) -> list[CompletionItem]:
    """Plans, states and folders by name: shells look for files themselves only where nothing else is offered."""
    return [_item(path) for path in _paths(incomplete) if path.endswith(_ENDINGS) or Path(path).is_dir()]


def _paths(incomplete: str) -> list[str]:
    from glob import escape, glob  # noqa: PLC0415 - see above

    return sorted(glob(f"{escape(incomplete)}*"))  # noqa: PTH207 - keeps ./ and the like as typed


def complete_policies(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Ids, former ones too, with their titles."""
    return _items(incomplete, ((name, policy.title) for policy in _policies(ctx) for name in policy.names))


def complete_selection(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Ids and groups; after a comma the next one."""
    policies = _policies(ctx)
    titles = {name: policy.title for policy in policies for name in policy.names}
    groups = {policy.group: f"the group {policy.group}" for policy in policies}
    return _items(incomplete, (titles | groups).items())


def complete_sets(ctx: click.Context, _: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of policy sets; after a comma the next one."""
    from checker.settings import SETS  # noqa: PLC0415 - see above

    own = dict.fromkeys((name for policy in _policies(ctx) for name in policy.sets), "")
    return _items(incomplete, (own | SETS).items())


def complete_frameworks(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of compliance frameworks."""
    from checker.frameworks import FRAMEWORKS  # noqa: PLC0415 - see above

    return _items(incomplete, ((name, framework.title) for name, framework in FRAMEWORKS.items()))


def complete_format(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Names of formats; after = a file."""
    name, equals, file = incomplete.partition("=")
    if equals:
        return [_item(f"{name}={path}") for path in _paths(file)]
    return _items(incomplete, ((each, "") for each in REPORTERS))


def _items(incomplete: str, names: Iterable[tuple[str, str]]) -> list[CompletionItem]:
    before, comma, beginning = incomplete.rpartition(",")
    return [
        _item(f"{before}{comma}{name}", text=text)
        for name, text in sorted(names)
        if name.lower().startswith(beginning.lower())
    ]


def _item(value: str, *, type_: str = "plain", text: str = "") -> CompletionItem:
    from click.shell_completion import CompletionItem  # noqa: PLC0415 - see above

    return CompletionItem(value, type=type_, help=text or None)


def _policies(ctx: click.Context) -> tuple[Policy, ...]:
    from checker import shipped  # noqa: PLC0415 - see above
    from checker.catalogue import read_catalogue  # noqa: PLC0415 - see above

    try:
        own = (
            ctx.params.get("policy") or ctx.params.get("folders") or configuration_of(ctx.params.get("config")).policies
        )
        return read_catalogue(shipped.policies(), own or (), shipped.schemas() / "policy/metadata.json").policies
    except TfcheckError:
        return ()  # nothing to offer; the command itself will say what is wrong
