"""Says where findings stand: in what a plan or state was made from, else in the file itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from checker.model import Document, Location, PolicyRun, Problem, Waiver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.inputs.origins import Origin
    from checker.model import Finding, Resource
    from checker.sources.bundles.source_places import BundlePlaces
    from checker.sources.configurations.source_places import SourcePlaces
    from checker.sources.lines import JsonPlaces
    from checker.sources.remarks import Remarks

T = TypeVar("T")

_ITSELF_A_SOURCE = "configuration"


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

    `source` is the folder that the user says the documents were made from; None: it is looked for
    at the document. `cache` is the folder of parsed files.
    """
    has_findings = any(run.findings for run in runs)
    if not has_findings and (source is None or document.kind == _ITSELF_A_SOURCE):
        return Located(runs=runs)
    places = _Places(document, _origin(document, source), cache)
    placed = tuple(
        replace(run, findings=tuple(replace(each, location=places.of(each)) for each in run.findings)) for run in runs
    )
    remarks = places.remarks() if document.kind != _ITSELF_A_SOURCE else []
    return Located(
        runs=placed,
        waivers=tuple(waiver for each in remarks for waiver in each.waivers),
        problems=tuple(problem for each in remarks for problem in each.problems),
        notes=tuple(places.notes(is_named=source is not None and has_findings)),
    )


def _origin(document: Document, source: str | None) -> Origin | None:
    """What a document was made from; None: it is not at hand."""
    from checker.inputs.origins import origin_of  # noqa: PLC0415 - only findings have places

    try:
        return origin_of(document, source)
    except OSError:
        return None


class _Places:
    """The places of one document's findings."""

    def __init__(self, document: Document, origin: Origin | None, cache: str | None) -> None:
        from checker.sources.lines import JsonPlaces  # noqa: PLC0415 - as above

        self._document, self._origin, self._cache = document, origin, cache
        self._resources = {resource.address: resource for resource in document.resources}
        self._in_json: JsonPlaces = JsonPlaces(document)
        self._in_sources: SourcePlaces | BundlePlaces | None = None  # None: not asked yet, or they cannot be read
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
        for reason, hint, place in self._in_sources.unreadable() if self._in_sources else ():
            message = f"no finding points into this file, and no waiver in it counts: {reason}"
            yield Problem(stage="read", message=message, hint=hint, location=place)
        if self._trouble is not None and is_named:
            yield self._trouble
        elif is_named and not self._is_any_found and self._origin is not None:
            message = f"nothing that has findings in {self._document.file} is defined here"
            hint = "--source names the root module or bundle that the plan or the state was made from"
            yield Problem(stage="read", message=message, hint=hint, location=Location(file=self._origin.path))

    def _place_in_sources(self, finding: Finding, resource: Resource | None) -> Location | None:
        return self._asked(lambda sources: sources.of(finding.address, resource, finding.path))

    def remarks(self) -> list[Remarks]:
        """What comments in the sources say."""
        return self._asked(lambda sources: list(sources.remarks())) or []

    def _asked(self, ask: Callable[[SourcePlaces | BundlePlaces], T]) -> T | None:
        """What the sources answer; None where they are not at hand."""
        if self._origin is None or self._trouble is not None:
            return None
        from checker.hcl import MissingExtraError  # noqa: PLC0415 - as above
        from checker.sources.errors import MISSING_EXTRA  # noqa: PLC0415 - as above

        here = Location(file=self._origin.path)
        try:
            return ask(self._sources(self._origin))
        except MissingExtraError:
            self._trouble = Problem(stage="read", message=MISSING_EXTRA[0], hint=MISSING_EXTRA[1], location=here)
        except OSError as error:
            message = f"{error.filename or here.file}: cannot be read: {error.strerror}"
            self._trouble = Problem(stage="read", message=message, hint="check its permissions", location=here)
        return None

    def _sources(self, origin: Origin) -> SourcePlaces | BundlePlaces:
        if self._in_sources is None:
            make = self._of_bundle if origin.is_bundle else self._of_module
            self._in_sources = make(origin)
        return self._in_sources

    def _of_bundle(self, origin: Origin) -> BundlePlaces:
        from checker.sources.bundles.source_places import BundlePlaces  # noqa: PLC0415 - as above

        return BundlePlaces(self._document, origin.path, origin.target)

    def _of_module(self, origin: Origin) -> SourcePlaces:
        from checker.sources.configurations.source_places import SourcePlaces  # noqa: PLC0415 - as above

        cache = Path(self._cache) if self._cache else None
        return SourcePlaces(self._document, Path(origin.path), origin.path, cache)
