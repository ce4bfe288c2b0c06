"""Which controls of a compliance framework which policies answer for."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec import Struct

from checker import shipped
from checker.errors import UsageError
from checker.frameworks import FRAMEWORKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.frameworks import Framework
    from checker.model import Policy


class Control(Struct, frozen=True, kw_only=True):
    """One control, and the policies that name it or an enhancement of it."""

    id: str
    title: str  # "": only its id may be shown
    policies: tuple[Policy, ...]


class Coverage(Struct, frozen=True, kw_only=True):
    """All controls of a framework, in its order."""

    framework: Framework
    version: str
    note: str  # what the list of controls holds, and why no more
    controls: tuple[Control, ...]
    unknown: Mapping[str, tuple[Policy, ...]]  # ids that policies name and the list has not


def framework_named(name: str) -> Framework:
    """The framework of this name. Raises `UsageError` where there is none."""
    if name not in FRAMEWORKS:
        close = get_close_matches(name, FRAMEWORKS, n=2, cutoff=0.5)
        hint = f"did you mean {' or '.join(close)}?" if close else f"there are {', '.join(FRAMEWORKS)}"
        raise UsageError(f"no framework {name}", hint)
    return FRAMEWORKS[name]


def coverage(name: str, policies: Iterable[Policy]) -> Coverage:
    """What these policies answer for. Raises `UsageError` for a framework that is not known."""
    framework = framework_named(name)
    table = shipped.schema(f"frameworks/{name}.json")
    titles = table["controls"] if isinstance(table["controls"], dict) else dict.fromkeys(table["controls"], "")
    naming = _naming(name, policies)
    return Coverage(
        framework=framework,
        version=table["version"],
        note=table["note"],
        controls=tuple(Control(id=id_, title=title, policies=naming.pop(id_, ())) for id_, title in titles.items()),
        unknown=naming,
    )


def _naming(name: str, policies: Iterable[Policy]) -> dict[str, tuple[Policy, ...]]:
    """Control → the policies that name it, or one of its enhancements, each once."""
    found: dict[str, dict[str, Policy]] = {}
    for policy in policies:
        for id_ in policy.controls.get(name, ()):
            found.setdefault(id_.partition("(")[0], {})[policy.id] = policy
    return {id_: tuple(named.values()) for id_, named in found.items()}
