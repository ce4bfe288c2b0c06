"""Reads the resource changes of a plan."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from checker.forked import Fork, can_fork
from checker.model import Location
from checker.processors import processors
from checker.sources import files, jsontext
from checker.sources.errors import UnreadableError
from checker.sources.links import Configuration, Instances, Place, links_of
from checker.sources.paths import attribute_path, module_steps
from checker.sources.plan_format import DeferredChange, ResourceChange
from checker.sources.resource import Content, Identity, unknown_tree
from checker.sources.rows import resources_of, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.sources.document import Draft
    from checker.sources.jsontext import Members
    from checker.sources.values_tree import ValuesResource

_ACTIONS = {
    ("no-op",): "no-op",
    ("create",): "create",
    ("read",): "read",
    ("update",): "update",
    ("delete",): "delete",
    ("forget",): "forget",
    ("delete", "create"): "replace",
    ("create", "delete"): "replace",
    ("create", "forget"): "create",  # Terraform: nothing is destroyed, the old object stays, unmanaged
    ("forget", "create"): "create",  # OpenTofu's order of the same
}
_KEEPS_BEFORE = {"update", "replace", "delete", "forget"}
_MANY = 2000  # resources that take longer to read than a copy of the process to make, and to give back what it read
_ACTION = re.compile(r"[a-z-]{1,20}")

_resource_change = msgspec.json.Decoder(ResourceChange)
_deferred_change = msgspec.json.Decoder(DeferredChange)


def add_all(members: Members, data: memoryview, changes: Changes) -> set[str]:
    """Add the resources of a plan, their drift and what Terraform deferred; return the addresses added."""
    written = list(_items("resource_changes", members, changes.draft.file))
    entries = [_entry(item) for item in written]
    for entry in entries:
        changes.instances.add(entry.place, entry.change.address)
    files.give_back(data)
    lengths = [len(item.text) for item in written]
    changes.draft.item_lengths = {"/resource_changes": lengths}
    _add_entries(entries, _middle(lengths), changes)
    changes.add_deferred(_items("deferred_changes", members, changes.draft.file))
    changes.add_drift(_items("resource_drift", members, changes.draft.file))
    return changes.addresses


def _middle(lengths: list[int]) -> int:
    """How many of the first have half of all the text."""
    ends = list(accumulate(lengths, initial=0))
    return bisect_left(ends, ends[-1] / 2)


def _add_entries(entries: list[_Entry], middle: int, changes: Changes) -> None:
    """Add resource changes, of many those behind the middle in a copy of this process: reading takes a processor."""
    if len(entries) < _MANY or not can_fork() or processors() == 1:
        changes.add(entries)
        return
    there = replace(changes, draft=changes.draft.sibling(), addresses=set())
    try:
        copy = Fork(lambda: there.added(entries[middle:]))
    except OSError:
        changes.add(entries)
        return
    with copy:
        changes.add(entries[:middle])
        added = copy.result()
    if added is None:
        changes.add(entries[middle:])
    else:
        changes.add_part(added)


def place_of(module: str, item: ResourceChange | ValuesResource) -> Place:
    """Where a resource of the module with this address stands."""
    resource = f"data.{item.type}.{item.name}" if item.mode == "data" else f"{item.type}.{item.name}"
    return Place(module=module_steps(module), resource=resource, index=item.index)


class _Item(NamedTuple):
    text: msgspec.Raw
    location: Location


class _Entry(NamedTuple):
    change: ResourceChange
    place: Place
    location: Location


def _items(name: str, members: Members, file: str) -> Iterator[_Item]:
    raws = jsontext.items(members[name]) if name in members else []
    for index, raw in enumerate(raws):
        yield _Item(raw, Location(file=file, pointer=f"/{name}/{index}"))


def _entry(item: _Item) -> _Entry:
    change = _change(item.text, item.location.pointer)
    return _Entry(change, place_of(change.module_address or "", change), item.location)


class Changes(Struct):
    """Adds resource changes to a draft."""

    draft: Draft
    configuration: Configuration
    instances: Instances = field(default_factory=Instances)
    addresses: set[str] = field(default_factory=set)

    def add(self, entries: Iterable[_Entry]) -> None:
        """Add what the plan changes, or leaves as it is."""
        for entry in entries:
            self.addresses.add(entry.change.address)
            self.draft.add_resource(*self._resource(entry), entry.location)

    def added(self, entries: Iterable[_Entry]) -> bytes:
        """Add them, and give what `add_part` takes."""
        import pickle  # noqa: PLC0415 - only large plans are pickled

        self.add(entries)
        rows = rows_of(self.draft.resources.resources)
        self.draft.resources.resources = []
        return pickle.dumps((self.draft, rows, self.addresses), pickle.HIGHEST_PROTOCOL)

    def add_part(self, added: bytes) -> None:
        """Add what a copy of this process has added."""
        import pickle  # noqa: PLC0415 - as above

        draft, rows, addresses = pickle.loads(added)  # noqa: S301 - written by our own process
        draft.resources.resources = resources_of(rows, self.draft.file)
        self.draft.add_all_of(draft)
        self.addresses |= addresses

    def add_deferred(self, items: Iterable[_Item]) -> None:
        """Add what Terraform put off."""
        for text, location in items:
            jsontext.members(text, location.pointer)  # refuses duplicate keys
            deferred = jsontext.decode(_deferred_change, text, location.pointer)
            entry = _entry(_Item(deferred.resource_change, location))
            self.addresses.add(entry.change.address)
            identity, content = self._resource(entry)
            identity.more["deferred"] = deferred.reason
            self.draft.add_resource(identity, content, location)

    def add_drift(self, items: Iterable[_Item]) -> None:
        """Add what changed outside of Terraform."""
        for item in items:
            self.draft.add_drift(*self._resource(_entry(item)), item.location)

    def _resource(self, entry: _Entry) -> tuple[Identity, Content]:
        item, place, location = entry
        change = item.change
        action = _ACTIONS.get(tuple(change.actions))
        if action is None:
            written = ", ".join(each if _ACTION.fullmatch(each) else "…" for each in change.actions)
            raise UnreadableError(
                f"unknown change actions [{written}] at {location.pointer}",
                "tfcheck may be older than the Terraform that wrote this plan: upgrade it",
            )
        identity = Identity(
            address=item.address,
            type=item.type,
            name=item.name,
            mode=item.mode,
            action=action,
            module=item.module_address,
            index=item.index,
            provider=item.provider_name,
            more=_rarely(item),
        )
        pointer = f"{location.pointer}/change"
        values = jsontext.value(change.after, f"{pointer}/after") or {}
        keeps_before = action in _KEEPS_BEFORE
        before = jsontext.value(change.before, f"{pointer}/before") if keeps_before else None
        stays = action not in ("delete", "forget")
        content = Content(
            values=values,
            marks=_marks(change.after_sensitive, f"{pointer}/after_sensitive"),
            before=(before or {}) if keeps_before else None,
            before_marks=_marks(change.before_sensitive, f"{pointer}/before_sensitive") if keeps_before else False,
            unknown=unknown_tree(_marks(change.after_unknown, f"{pointer}/after_unknown")),
            links=links_of(self.configuration, self.instances, place, values) if stays else {},
        )
        return identity, content


def _change(text: msgspec.Raw, pointer: str) -> ResourceChange:
    """One entry, with no key twice on the levels that are decoded here."""
    item = jsontext.decode(_resource_change, text, pointer)
    if not jsontext.is_all_of(text, item):
        members = jsontext.members(text, pointer)
        jsontext.members(members["change"], f"{pointer}/change")
    for values in (item.change.before, item.change.after):  # of which one may stay undecoded
        if bytes(memoryview(values)[:1]) not in (b"{", b"n"):
            raise msgspec.ValidationError(f"Expected `object | null`, in {pointer}/change")
    return item


def _marks(raw: msgspec.Raw, pointer: str) -> Any:
    """A tree of marks; most hold no true, and need not be decoded."""
    return jsontext.value(raw, pointer) if b"true" in bytes(raw) else False


def _rarely(item: ResourceChange) -> dict[str, Any]:
    """The members of a view that few resources have."""
    change = item.change
    more: dict[str, Any] = {
        "action_reason": item.action_reason,
        "previous_address": item.previous_address,
        "deposed": item.deposed,
        "importing": (change.importing.id or "") if change.importing else None,
        "replace_paths": [attribute_path(path) for path in change.replace_paths] or None,
    }
    if item.action_reason == "replace_because_tainted":
        more["tainted"] = True
    return {name: value for name, value in more.items() if value is not None}
