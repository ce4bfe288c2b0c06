"""What an audit report shows of a document besides its verdicts."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from checker.model import Change
from checker.sources.paths import unquoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.model import Document, Finding, PolicyRun

_MOST_CHARACTERS = 300  # of a value
_AROUND = 60  # of them before the first difference
_STEP = re.compile(r'\[([0-9]+)\]|\["((?:[^"\\]|\\.)*)"\]|(?:^|\.)([^.\[\]"]+)')
_NOTHING = msgspec.Raw(b"null")


class _View(msgspec.Struct, dict=True):
    """What of a resource is needed; values are decoded for findings alone."""

    values: msgspec.Raw = _NOTHING
    before: msgspec.Raw = _NOTHING
    unknown: msgspec.Raw = _NOTHING
    links: dict[str, list[str]] = {}

    @cached_property
    def trees(self) -> tuple[Any, Any, Any]:
        """Values, before, unknown."""
        values, before, unknown = (msgspec.json.decode(raw) for raw in (self.values, self.before, self.unknown))
        return values, before, unknown


class _Input(msgspec.Struct):
    resources: dict[str, dict[str, _View]]


def with_evidence(document: Document, runs: Iterable[PolicyRun]) -> tuple[Document, tuple[PolicyRun, ...]]:
    """The document with what its resources refer to, the runs with what stands at the attributes of their findings."""
    types = msgspec.json.decode(document.text, type=_Input).resources
    views = {address: view for resources in types.values() for address, view in resources.items()}
    changes = _Changes(views, {})
    changed = (
        replace(run, findings=tuple(replace(each, change=changes.at(each)) for each in run.findings)) for run in runs
    )
    return replace(document, relations=_relations(views)), tuple(changed)


def _relations(views: Mapping[str, _View]) -> dict[str, tuple[str, ...]]:
    """What is in the document too; a resource of which nothing is told is not there."""
    referred = {address: {to for links in views[address].links.values() for to in links} for address in sorted(views)}
    known = {address: tuple(sorted(to & views.keys() - {address})) for address, to in referred.items()}
    return {address: to for address, to in known.items() if to}


class _Changes(msgspec.Struct):
    """Looks at each attribute once, however many findings there are about it."""

    views: Mapping[str, _View]
    known: dict[tuple[str, str], Change | None]

    def at(self, finding: Finding) -> Change | None:
        place = (finding.address, finding.path)
        if place not in self.known:
            self.known[place] = self._look(*place)
        return self.known[place]

    def _look(self, address: str, path: str) -> Change | None:
        view, steps = self.views.get(address), tuple(_steps(path))
        if view is None or not steps:
            return None
        values, before, unknown = view.trees
        shown = _cut(_text(_at(before, steps)), _text(_at(values, steps)))
        return Change(before=shown[0], after=shown[1], is_known=not _is_unknown(unknown, steps))


def _steps(path: str) -> Iterator[str | int]:
    """`task[0].spark_conf["a.b"]` is ("task", 0, "spark_conf", "a.b")."""
    for index, key, name in _STEP.findall(path):
        yield int(index) if index else name or unquoted(key)


def _at(tree: Any, steps: Iterable[str | int]) -> Any:
    """What stands there; None: nothing."""
    for step in steps:
        try:
            tree = tree[step]
        except (LookupError, TypeError):
            return None
    return tree


def _is_unknown(tree: Any, steps: Iterable[str | int]) -> bool:
    """Whether what stands there, or all that holds it, is unknown."""
    for step in steps:
        if tree is True:
            return True
        tree = _at(tree, (step,))
    return tree is True


def _text(value: Any) -> str:
    return "" if value is None else msgspec.json.encode(value).decode()


def _cut(before: str, after: str) -> tuple[str, str]:
    """The same part of both, around the first difference."""
    start = 0
    if before != after and before and after and max(len(before), len(after)) > _MOST_CHARACTERS:
        differing = (number for number, pair in enumerate(zip(before, after, strict=False)) if pair[0] != pair[1])
        start = max(0, next(differing, min(len(before), len(after))) - _AROUND)
    return _part(before, start), _part(after, start)


def _part(text: str, start: int) -> str:
    part = text[start : start + _MOST_CHARACTERS]
    return f"{'…' if part and start else ''}{part}{'…' if start + _MOST_CHARACTERS < len(text) else ''}"
