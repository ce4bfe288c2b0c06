"""Finds where the YAML of a bundle says what its states and plans have.

Read as it would be deployed, `databricks.yml` is a document with the same addresses, which knows the place of each
value. Lists may be sorted otherwise in a state or plan, so an item is the one that agrees in what is written out.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from checker.errors import UsageError
from checker.model import Location
from checker.sources.agreement import UNKNOWN, of_value, which_of
from checker.sources.bundles import configuration
from checker.sources.bundles.project import Complaint, load
from checker.sources.bundles.resources import BUNDLE
from checker.sources.bundles.targets import targets_of
from checker.sources.document import Draft
from checker.sources.errors import MalformedError, UnreadableError
from checker.sources.files import read_bytes
from checker.sources.paths import attribute_path, steps_of
from checker.sources.views import Views

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.model import Document, Resource
    from checker.sources.bundles.project import Project
    from checker.sources.remarks import Remarks


class BundlePlaces:
    """The places of one document's attributes in the bundle that it was made from."""

    def __init__(self, document: Document, file: str, target: str | None) -> None:
        self._views = Views(document)
        self._remarks: list[Remarks] = []
        self._complaints: list[Complaint] = []
        written = self._read(file, target)
        self._written = {each.address: each for each in written.resources} if written else {}
        self._written_views = Views(written) if written else None

    def of(self, address: str, resource: Resource | None, path: str) -> Location | None:
        """Where an attribute is written, else what holds it; None where the bundle does not define the resource."""
        written = self._written.get(address)
        if written is None or resource is None or self._written_views is None:
            return None
        if address == BUNDLE:  # of what a state says of itself most is written nowhere
            return written.places.get(path)
        if resource.is_going:
            return written.location
        here, there = _marked(self._views, resource), _marked(self._written_views, written)
        return written.place_of(attribute_path(_followed(steps_of(path), here, there)))

    def remarks(self) -> Iterator[Remarks]:
        """What the comments of the bundle's files say."""
        return iter(self._remarks)

    def unreadable(self) -> Iterator[tuple[str, str, Location]]:
        """Why files could not be read that may define what was asked for: message, hint, place."""
        return ((each.message, each.hint, each.place) for each in self._complaints if each.place is not None)

    def _read(self, file: str, target: str | None) -> Document | None:
        """The bundle as it would be deployed; None: it cannot be read, or not be told for which target."""
        here = Location(file=file)
        try:
            project = load(read_bytes(file), file)
            _refuse_many_targets(project, target)
            draft = Draft.of(file, target, {})
            configuration.fill(project, draft)
        except MalformedError:
            self._complaints = [Complaint("not the structure of a bundle", f"tfcheck {file} says what is wrong", here)]
        except UnreadableError as error:
            self._complaints = [Complaint(error.message, error.hint, error.place or here)]
        except UsageError as error:
            self._complaints = [Complaint(str(error).removeprefix(f"{file}: "), error.hint, here)]
        except RecursionError:
            self._complaints = [Complaint("nested too deeply", f"tfcheck {file} says what is wrong", here)]
        else:
            self._remarks, self._complaints = project.remarks, project.complaints
            return draft.finish()
        return None


def _refuse_many_targets(project: Project, target: str | None) -> None:
    """Raise `UnreadableError` where nothing tells which of several targets a document was made for."""
    targets = targets_of(project.root)
    if target is None and len(targets) > 1:
        message = "nothing says which of the bundle's targets this was made for"
        raise UnreadableError(message, f"say which: --target {min(targets)}")


def _marked(views: Views, resource: Resource) -> Any:
    """The values of a resource, with a mark at what is not known."""
    return _with_marks(views.values(resource), views.unknown(resource))


def _with_marks(values: Any, unknown: Any) -> Any:
    if unknown is True:
        return UNKNOWN
    if isinstance(unknown, dict):
        known = values if isinstance(values, dict) else {}
        return {**known, **{name: _with_marks(known.get(name), inner) for name, inner in unknown.items() if inner}}
    if isinstance(unknown, list) and isinstance(values, list):
        return [_with_marks(item, inner) for item, inner in zip_longest(values, unknown[: len(values)])]
    return values


def _followed(steps: Sequence[str | int], here: Any, there: Any) -> Iterator[str | int]:
    """The steps to the same value in what is written, as far as that can be told."""
    for step in steps:
        at = _item(here, there, step) if isinstance(step, int) else step
        if at is None:
            return
        yield at
        here, there = _inside(here, step), _inside(there, at)


def _item(here: Any, there: Any, index: int) -> int | None:
    """The item that is meant by one of a state or plan; equal ones stand in the same order."""
    value = _inside(here, index)
    if value is None or not isinstance(there, list):
        return None
    equal = [at for at, item in enumerate(there) if item == value]
    if equal:
        before = [item == value for item in here[:index]].count(True)
        return equal[min(before, len(equal) - 1)]
    return which_of([of_value(item, value) for item in there], 0 if len(there) == len(here) == 1 else None)


def _inside(value: Any, step: str | int) -> Any:
    if isinstance(value, dict) and isinstance(step, str):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None
