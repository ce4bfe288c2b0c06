"""Says where findings stand: in the sources of a plan or state, else in the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from checker.inputs.folders import holds_configuration
from checker.model import Document, Location, PolicyRun, Problem, Waiver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.model import Finding, Resource
    from checker.sources.configurations.source_places import SourcePlaces
    from checker.sources.lines import JsonPlaces
    from checker.sources.remarks import Remarks

T = TypeVar("T")

_STDIN = "-"
_MADE_FROM_SOURCES = frozenset({"plan", "state"})


class Located(Struct, frozen=True, kw_only=True):
    """The runs with the places of their findings, and what the sources say besides."""

    runs: tuple[PolicyRun, ...]
    waivers: tuple[Waiver, ...] = ()  # in comments of the sources
    problems: tuple[Problem, ...] = ()  # with such comments
    notes: tuple[Problem, ...] = ()  # what stood in the way of exact places


def locate(
    document: Document, runs: tuple[PolicyRun, ...], *, source: str | None = None, cache: str | None = None
) -> Located:
    """Give findings the places of their attributes; nothing is read where there are none, and no source is named.

    `source` is the root module that the user says the documents were made from; None: it is looked for
    beside the document. `cache` is the folder of parsed files.
    """
    has_findings = any(run.findings for run in runs)
    if not has_findings and (source is None or document.kind not in _MADE_FROM_SOURCES):
        return Located(runs=runs)
    places = _Places(document, _root(document, source), cache)
    placed = tuple(
        replace(run, findings=tuple(replace(each, location=places.of(each)) for each in run.findings)) for run in runs
    )
    remarks = places.remarks() if document.kind in _MADE_FROM_SOURCES else []
    return Located(
        runs=placed,
        waivers=tuple(waiver for each in remarks for waiver in each.waivers),
        problems=tuple(problem for each in remarks for problem in each.problems),
        notes=tuple(places.notes(is_named=source is not None and has_findings)),
    )


def _root(document: Document, source: str | None) -> str | None:
    """The folder of the root module that a document was made from; None: it is not at hand."""
    if document.kind not in _MADE_FROM_SOURCES:
        return document.file if document.kind == "configuration" else None
    if source is not None:
        return source
    folder = Path(document.file).parent.as_posix()
    try:
        return folder if document.file != _STDIN and holds_configuration(Path(folder)) else None
    except OSError:
        return None


class _Places:
    """The places of one document's findings."""

    def __init__(self, document: Document, root: str | None, cache: str | None) -> None:
        from checker.sources.lines import JsonPlaces  # noqa: PLC0415 - only findings have places

        self._document, self._root, self._cache = document, root, cache
        self._resources = {resource.address: resource for resource in document.resources}
        self._in_json: JsonPlaces = JsonPlaces(document.file, document.lengths)
        self._in_sources: SourcePlaces | None = None  # None: not asked yet, or they cannot be read
        self._trouble: Problem | None = None  # None: they can be read
        self._is_any_found = False

    def of(self, finding: Finding) -> Location | None:
        """Where a finding stands; None: only its file is known."""
        resource = self._resources.get(finding.address)
        if finding.location is None or finding.location.line is None:
            place = self._place_in_sources(finding, resource)
            if place is not None:
                self._is_any_found = True
                return place
        if finding.location is None or finding.location.line is not None or not finding.location.pointer:
            return finding.location
        return self._in_json.of(finding.location, finding.path)

    def notes(self, *, is_named: bool) -> Iterator[Problem]:
        """What the user may want to know where findings do not point into the sources."""
        for file, error in self._in_sources.unreadable.items() if self._in_sources else ():
            message = f"no finding points into this file, and no waiver in it counts: {error.message}"
            place = Location(file=file, line=error.line, column=error.column)
            yield Problem(stage="read", message=message, hint=error.hint, location=place)
        if self._trouble is not None and is_named:
            yield self._trouble
        elif is_named and not self._is_any_found and self._root is not None:
            message = f"nothing that has findings in {self._document.file} is defined here"
            hint = "--source names the root module that the plan or the state was made from"
            yield Problem(stage="read", message=message, hint=hint, location=Location(file=self._root))

    def _place_in_sources(self, finding: Finding, resource: Resource | None) -> Location | None:
        return self._asked(lambda sources: sources.of(finding.address, resource, finding.path))

    def remarks(self) -> list[Remarks]:
        """What comments in the sources say."""
        return self._asked(lambda sources: list(sources.remarks())) or []

    def _asked(self, ask: Callable[[SourcePlaces], T]) -> T | None:
        """What the sources answer; None where they are not at hand."""
        if self._root is None or self._trouble is not None:
            return None
        from checker.hcl import MissingExtraError  # noqa: PLC0415 - as above
        from checker.sources.errors import MISSING_EXTRA  # noqa: PLC0415 - as above

        here = Location(file=self._root)
        try:
            return ask(self._sources(self._root))
        except MissingExtraError:
            self._trouble = Problem(stage="read", message=MISSING_EXTRA[0], hint=MISSING_EXTRA[1], location=here)
        except OSError as error:
            message = f"{error.filename or self._root}: cannot be read: {error.strerror}"
            self._trouble = Problem(stage="read", message=message, hint="check its permissions", location=here)
        return None

    def _sources(self, root: str) -> SourcePlaces:
        from checker.sources.configurations.source_places import SourcePlaces  # noqa: PLC0415 - as above

        if self._in_sources is None:
            cache = Path(self._cache) if self._cache else None
            self._in_sources = SourcePlaces(self._document, Path(root), root, cache)
        return self._in_sources
