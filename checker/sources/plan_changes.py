"""Reads the resource changes of a plan, those of a large one in two processes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from checker.model import Location
from checker.sources import jsontext, second_half
from checker.sources.errors import UnreadableError
from checker.sources.links import Configuration, Instances, Place, links_of
from checker.sources.paths import attribute_path, module_steps
from checker.sources.plan_format import Brief, DeferredChange, ResourceChange, Top
from checker.sources.resource import Content, Identity, unknown_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.sources.document import Draft
    from checker.sources.lines import Lines
    from checker.sources.second_half import SecondHalf

    Located = tuple[jsontext.Text, Location]

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
_OWN_PART = 0.65  # of a large plan; the other process has to be given its part, and to give it back
_ACTION = re.compile(r"[a-z-]{1,20}")

_brief = msgspec.json.Decoder(Brief)
_resource_change = msgspec.json.Decoder(ResourceChange)
_deferred_change = msgspec.json.Decoder(DeferredChange)


def add_all(top: Top, lines: Lines, changes: Changes, other: SecondHalf | None) -> set[str]:
    """Add the resources of a plan, their drift and what Terraform deferred; return the addresses added."""
    file = changes.draft.file
    raws = top.resource_changes or []
    for raw in raws:
        brief = _brief.decode(raw)
        changes.instances.add(_place_of(brief), brief.address)
    located = list(_located("resource_changes", raws, lines, file))
    if other is None:
        changes.add(located)
    else:
        _add_in_two_halves(located, changes, other)
    changes.add_deferred(_located("deferred_changes", top.deferred_changes, lines, file))
    changes.add_drift(_located("resource_drift", top.resource_drift, lines, file))
    return changes.addresses


def _located(name: str, raws: list[msgspec.Raw], lines: Lines, file: str) -> Iterator[Located]:
    for index, (raw, line) in enumerate(zip(raws, lines.of_items(name, raws), strict=True)):
        yield raw, Location(file=file, line=line, pointer=f"/{name}/{index}")


def _add_in_two_halves(located: list[Located], changes: Changes, other: SecondHalf) -> None:
    middle = int(len(located) * _OWN_PART)
    rest = [(bytes(raw), location) for raw, location in located[middle:]]
    changes_there = Changes(changes.draft.sibling(), changes.configuration, changes.instances)
    other.give(second_half.Task(function=_read_half, arguments=(rest, changes_there)))
    changes.add(located[:middle])
    done: Changes | None = other.result()
    if done is None:  # the process died
        changes.add(located[middle:])
    else:
        changes.draft.add_all_of(done.draft)
        changes.addresses |= done.addresses


def _read_half(located: list[Located], changes: Changes) -> Changes:
    changes.add(located)
    return replace(changes, configuration=Configuration.of({}), instances=Instances())  # what is not asked for


class Changes(Struct):
    """Adds resource changes to a draft."""

    draft: Draft
    configuration: Configuration
    instances: Instances = field(default_factory=Instances)
    addresses: set[str] = field(default_factory=set)

    def add(self, located: Iterable[Located]) -> None:
        """Add what the plan changes, or leaves as it is."""
        for raw, location in located:
            item = _change(raw, location.pointer)
            self.addresses.add(item.address)
            self.draft.add_resource(*self._resource(item, location), location)

    def add_deferred(self, located: Iterable[Located]) -> None:
        """Add what Terraform put off."""
        for raw, location in located:
            jsontext.members(raw, location.pointer)  # refuses duplicate keys
            deferred = jsontext.decode(_deferred_change, raw, location.pointer)
            item = _change(deferred.resource_change, location.pointer)
            self.addresses.add(item.address)
            identity, content = self._resource(item, location)
            identity.more["deferred"] = deferred.reason
            self.draft.add_resource(identity, content, location)

    def add_drift(self, located: Iterable[Located]) -> None:
        """Add what changed outside of Terraform."""
        for raw, location in located:
            item = _change(raw, location.pointer)
            self.draft.add_drift(*self._resource(item, location), location)

    def _resource(self, item: ResourceChange, location: Location) -> tuple[Identity, Content]:
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
            links=links_of(self.configuration, self.instances, _place_of(item), values) if stays else {},
        )
        return identity, content


def _change(raw: jsontext.Text, pointer: str) -> ResourceChange:
    """One entry, with no key twice on the levels that are not decoded as a whole."""
    members = jsontext.members(raw, pointer)
    item = jsontext.decode(_resource_change, raw, pointer)
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


def _place_of(item: ResourceChange | Brief) -> Place:
    resource = f"data.{item.type}.{item.name}" if item.mode == "data" else f"{item.type}.{item.name}"
    return Place(module=module_steps(item.module_address or ""), resource=resource, index=item.index)
