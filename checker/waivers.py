"""Which findings someone has accepted."""

from __future__ import annotations

import re
from collections import defaultdict
from fnmatch import translate
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from checker.errors import UsageError
from checker.model import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import date

    from checker.model import Document, Finding, Policy, PolicyRun, Region, Waiver

_SHOWN = 20  # unknown policies in one message
_WILDCARDS = re.compile(r"[*?]+")


def attach(
    runs: Iterable[PolicyRun], waivers: Sequence[Waiver], today: date
) -> tuple[tuple[PolicyRun, ...], tuple[Waiver, ...]]:
    """The runs with their findings' waivers, and the waivers that match no finding, expired or not.

    A finding gets the first waiver that matches and still applies, and beside it the first that
    matches and has expired. A waiver that only ever comes second matches too: it is not unused.
    """
    index = _Index(waivers)
    attached = tuple(_attach_to_run(run, index, today) for run in runs)
    return attached, index.unused()


def inline_waivers(
    documents: Iterable[Document], names: Collection[str]
) -> tuple[tuple[Waiver, ...], tuple[Problem, ...]]:
    """The waivers in comments of the documents' sources, each once, and what is wrong with the others.

    Two documents may have the same sources. `names` are as for `refuse_unknown_policies`.
    """
    found = {str(waiver.location): waiver for document in documents for waiver in document.waivers}
    known = {policy: _names_any(policy, names) for policy in {waiver.policy for waiver in found.values()}}
    unknown = [waiver for waiver in found.values() if not known[waiver.policy]]
    return tuple(waiver for waiver in found.values() if known[waiver.policy]), tuple(
        Problem(stage="read", message=message, hint=hint, location=waiver.location)
        for waiver in unknown
        for message, hint in [(f"tfcheck:waive: no policy matches {waiver.policy}", _meant([waiver], names))]
    )


def refuse_unknown_policies(waivers: Iterable[Waiver], names: Collection[str]) -> None:
    """Raise `UsageError` for waivers of policies that do not exist.

    `names`: every id and former id of the catalogue, not only of the policies selected.
    """
    matches = {policy: _names_any(policy, names) for policy in {waiver.policy for waiver in waivers}}
    unknown = [waiver for waiver in waivers if not matches[waiver.policy]]
    if not unknown:
        return
    lines = [f"{waiver.location or 'a waiver'}: no policy matches {waiver.policy}" for waiver in unknown[:_SHOWN]]
    if len(unknown) > _SHOWN:
        lines.append(f"and {len(unknown) - _SHOWN} more")
    raise UsageError("\n".join(lines), hint=_meant(unknown[:_SHOWN], names))


def _meant(unknown: Sequence[Waiver], names: Collection[str]) -> str:
    """The policies nearest to those that do not exist; "" where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415 - 2 ms that only a mistake need pay

    nearest = {waiver.policy: get_close_matches(waiver.policy, names, n=1) for waiver in unknown}
    meant = ", ".join(f"{found[0]} instead of {policy}" for policy, found in nearest.items() if found)
    return f"did you mean {meant}?" if meant else ""


def _attach_to_run(run: PolicyRun, index: _Index, today: date) -> PolicyRun:
    matching = ((finding, index.matching(run.policy, finding)) for finding in run.findings)
    return replace(run, findings=tuple(_attach_to_finding(finding, waivers, today) for finding, waivers in matching))


def _attach_to_finding(finding: Finding, waivers: Sequence[Waiver], today: date) -> Finding:
    applying = next((waiver for waiver in waivers if not waiver.is_expired(today)), None)
    expired = next((waiver for waiver in waivers if waiver.is_expired(today)), None)
    return replace(finding, waiver=applying, expired_waiver=expired)


class _Index:
    """The waivers by what they name, so that each finding meets only those that may match it."""

    def __init__(self, waivers: Sequence[Waiver]) -> None:
        self._waivers = waivers
        self._used: set[int] = set()
        self._of_policy: dict[str, _OfPolicy] = {}
        self._exact: defaultdict[str, list[int]] = defaultdict(list)
        self._globs: list[tuple[int, _Glob]] = []
        for number, waiver in enumerate(waivers):
            if _WILDCARDS.search(waiver.policy):
                self._globs.append((number, _Glob.of(waiver.policy)))
            else:
                self._exact[waiver.policy].append(number)

    def matching(self, policy: Policy, finding: Finding) -> Sequence[Waiver]:
        """In the order of the waivers; from here on they count as used."""
        if policy.id not in self._of_policy:
            self._of_policy[policy.id] = self._select(policy)
        numbers = self._of_policy[policy.id].matching(finding)
        self._used.update(numbers)
        return [self._waivers[number] for number in numbers]

    def unused(self) -> tuple[Waiver, ...]:
        return tuple(waiver for number, waiver in enumerate(self._waivers) if number not in self._used)

    def _select(self, policy: Policy) -> _OfPolicy:
        exact = {number for name in policy.names for number in self._exact.get(name, ())}
        by_glob = {number for number, glob in self._globs if any(glob.matches(name) for name in policy.names)}
        return _OfPolicy.of({number: self._waivers[number] for number in exact | by_glob})


class _OfPolicy(Struct, frozen=True, kw_only=True):
    """The numbers of one policy's waivers by address; of those in comments by the file."""

    exact: Mapping[str, Sequence[int]]
    globs: Sequence[tuple[int, _Glob]]
    regions: Mapping[str, Sequence[tuple[int, Region]]]

    @classmethod
    def of(cls, waivers: Mapping[int, Waiver]) -> _OfPolicy:
        exact: defaultdict[str, list[int]] = defaultdict(list)
        regions: defaultdict[str, list[tuple[int, Region]]] = defaultdict(list)
        globs = []
        for number, waiver in waivers.items():
            if waiver.region is not None:
                regions[waiver.region.file].append((number, waiver.region))
            elif _WILDCARDS.search(waiver.address):
                globs.append((number, _Glob.of(waiver.address)))
            else:
                exact[waiver.address].append(number)
        return cls(exact=exact, globs=globs, regions=regions)

    def matching(self, finding: Finding) -> Sequence[int]:
        exact = self.exact.get(finding.address, ())
        by_glob = (number for number, glob in self.globs if glob.matches(finding.address))
        nearby = self.regions.get(finding.location.file, ()) if finding.location and self.regions else ()
        return sorted([*exact, *by_glob, *(number for number, region in nearby if region.holds(finding.location))])


class _Glob(Struct, frozen=True, kw_only=True):
    """Text in which * stands for any text, ? for any one character, and all else for itself."""

    literal: str  # its longest part without wildcards; whatever matches contains it, and it is quick to look for
    fullmatch: Callable[[str], object]

    @classmethod
    def of(cls, text: str) -> _Glob:
        # fnmatch's expressions never go back over what they passed, however many * there are, but
        # it reads [...] as a set of characters, and addresses such as databricks_job.x["a"] are full of them.
        pattern = re.compile(translate(text.replace("[", "[[]")))
        return cls(literal=max(_WILDCARDS.split(text), key=len), fullmatch=pattern.fullmatch)

    def matches(self, text: str) -> bool:
        return self.literal in text and self.fullmatch(text) is not None


def _names_any(policy: str, names: Collection[str]) -> bool:
    return policy in names or (bool(_WILDCARDS.search(policy)) and any(map(_Glob.of(policy).matches, names)))
