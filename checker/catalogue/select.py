"""Chooses the policies of a run from what the user names."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.errors import UsageError
from checker.settings import SETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from checker.model import Policy, Severity


def with_severities(policies: Iterable[Policy], severities: Mapping[str, Severity]) -> tuple[Policy, ...]:
    """The policies with the severities that the user gives them, by id or former id. Raises `UsageError`."""
    policies = tuple(policies)
    known = {name for policy in policies for name in policy.names}
    for name in severities:
        if name not in known:
            raise UsageError(f"severities: no policy {name}", _nearest(name, known))
    return tuple(
        replace(policy, severity=severities[given[0]])
        if (given := [name for name in policy.names if name in severities])
        else policy
        for policy in policies
    )


def select(
    policies: Sequence[Policy],
    *,
    select: Sequence[str],
    skip: Sequence[str],
    sets: Sequence[str],
    minimum_severity: Severity | None,
) -> tuple[Policy, ...]:
    """The policies to run, in order of their ids.

    `select` and `skip` hold ids, former ids, groups and globs of these; without `select` the
    policies of `sets` are meant. A deprecated policy runs only where its id is selected. Raises
    `UsageError` for a name that matches nothing, and where nothing is left to run.
    """
    chosen = _named(policies, select, "--select") if select else _of_sets(policies, sets)
    skipped = {policy.id for policy in _named(policies, skip, "--skip")}
    left = tuple(
        policy
        for policy in chosen
        if policy.id not in skipped and (minimum_severity is None or policy.severity >= minimum_severity)
    )
    if not left:
        raise UsageError("no policy is left to run", "tfcheck policies list shows them all; check --select and --skip")
    return left


def _named(policies: Sequence[Policy], names: Iterable[str], option: str) -> list[Policy]:
    chosen: dict[str, Policy] = {}
    for name in names:
        found = [policy for policy in policies if _matches(policy, name)]
        if not found:
            raise UsageError(f"{option} {name}: no such policy or group", _nearest(name, _all_names(policies)))
        chosen |= {policy.id: policy for policy in found}
    return [policy for policy in policies if policy.id in chosen]


def _matches(policy: Policy, name: str) -> bool:
    if name in policy.names:
        return True
    names = (*policy.names, policy.group)
    return not policy.deprecated and any(fnmatchcase(each, name) for each in names)


def _of_sets(policies: Sequence[Policy], sets: Sequence[str]) -> list[Policy]:
    known = {*SETS, *(name for policy in policies for name in policy.sets)}
    for name in sets:
        if name not in known:
            raise UsageError(f"no policy set {name}", _nearest(name, known))
    return [policy for policy in policies if not policy.deprecated and not set(sets).isdisjoint(policy.sets)]


def _all_names(policies: Iterable[Policy]) -> set[str]:
    return {name for policy in policies for name in (*policy.names, policy.group)}


def _nearest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - 2 ms that only a mistake need pay

    close = get_close_matches(name, sorted(known), n=3, cutoff=0.5)
    return f"did you mean {' or '.join(close)}?" if close else "tfcheck policies list shows what there is"
