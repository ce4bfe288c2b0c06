"""Reads raw Terraform and OpenTofu state, version 4.

Format: `internal/states/statefile/version4.go` of hashicorp/terraform.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

import msgspec

from checker.model import Location
from checker.sources import checks, jsontext, values_tree
from checker.sources.jsontext import EMPTY_ARRAY, EMPTY_OBJECT
from checker.sources.paths import quoted
from checker.sources.resource import Content, Identity, without_unset
from checker.sources.state_links import StateLinks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.sources.document import Draft
    from checker.sources.jsontext import Members

_OF_ANY_TYPE = frozenset({"terraform_data", "terraform_remote_state"})
_TYPES = ("list", "set", "map", "object", "tuple")  # as cty writes them
_NULL = msgspec.Raw(b"null")
_PROVIDER = re.compile(r'provider\["([^"]*)"\]')


class _Step(msgspec.Struct):
    type: str
    value: Any = None


class _Instance(msgspec.Struct):
    attributes: dict[str, Any] | None = None
    attributes_flat: dict[str, str] | None = None
    index_key: str | int | None = None
    status: str | None = None
    deposed: str | None = None
    sensitive_attributes: list[list[_Step]] | None = None
    dependencies: list[str] | None = None
    provider: str | None = None


class _Attributes(msgspec.Struct):
    id: Any = None


class _Brief(msgspec.Struct):
    """Of an instance only what links need, decoded ahead of the rest."""

    attributes: _Attributes | None = None
    index_key: str | int | None = None
    deposed: str | None = None


class _Resource(msgspec.Struct):
    mode: values_tree.Mode
    type: values_tree.Name
    name: values_tree.Name
    instances: list[msgspec.Raw]
    provider: str = ""
    module: str | None = None


class _CheckObject(msgspec.Struct):
    object_addr: str = ""
    status: str = ""
    failure_messages: list[str] | None = None


class _Check(msgspec.Struct):
    object_kind: str
    config_addr: str
    status: checks.Status
    objects: list[_CheckObject] | None = None


class _Output(msgspec.Struct):
    value: Any = None
    sensitive: bool = False


class _Facts(msgspec.Struct):
    version: int
    terraform_version: str = ""
    serial: Annotated[int, msgspec.Meta(ge=0)] = 0
    lineage: str = ""


_facts = msgspec.json.Decoder(_Facts)
_resource = msgspec.json.Decoder(_Resource)
_brief = msgspec.json.Decoder(_Brief)


def read(members: Members, _data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the members of a state. Raises `msgspec.ValidationError`, `UnreadableError`."""
    facts = _facts.decode(jsontext.part(members, _Facts.__struct_fields__))
    resources = jsontext.items(members.get("resources", _NULL))
    draft.lengths = {name: len(text) for name, text in members.items()}
    draft.item_lengths = {"/resources": [len(each) for each in resources]}
    draft.set_facts(
        kind="state",
        format_version=str(facts.version),
        terraform_version=facts.terraform_version,
        serial=facts.serial,
        lineage=facts.lineage,
    )
    links = StateLinks()
    for raw in resources:
        resource = _resource.decode(raw)
        for brief in map(_brief.decode, resource.instances):
            if brief.attributes and not brief.deposed:
                links.note(_address(resource, brief.index_key), _configured(resource), brief.attributes.id)
    for resource, instance, location in _instances(resources, draft.file):
        _add(resource, instance, location, links, draft)
    for name, output in jsontext.convert(members.get("outputs", EMPTY_OBJECT), dict[str, _Output], "/outputs").items():
        draft.add_output(name, without_unset(output.value), sensitive=output.sensitive)
    results = members.get("check_results", _NULL)
    results = EMPTY_ARRAY if bytes(results) == b"null" else results
    for check in jsontext.convert(results, list[_Check], "/check_results"):
        messages = [message for each in check.objects or () for message in each.failure_messages or ()]
        draft.add_check(check.config_addr, check.object_kind, check.status, messages)


def _instances(resources: list[msgspec.Raw], file: str) -> Iterator[tuple[_Resource, _Instance, Location]]:
    for index, raw in enumerate(resources):
        jsontext.members(raw, f"/resources/{index}")  # refuses duplicate keys
        resource = _resource.decode(raw)
        for number, text in enumerate(resource.instances):
            pointer = f"/resources/{index}/instances/{number}"
            instance = jsontext.convert(text, _Instance, pointer)
            yield resource, instance, Location(file=file, pointer=pointer)


def _add(resource: _Resource, instance: _Instance, location: Location, links: StateLinks, draft: Draft) -> None:
    address = _address(resource, instance.index_key)
    if instance.attributes is None and instance.attributes_flat is not None:
        draft.add_problem(
            f"{address} is kept as Terraform before 0.12 kept it, which no policy can judge",
            "run terraform apply -refresh-only once, which upgrades it",
            location,
        )
        return
    dependencies = instance.dependencies or []
    more: dict[str, Any] = {
        "deposed": instance.deposed or None,
        "tainted": True if instance.status == "tainted" else None,
        "depends_on": dependencies or None,
    }
    identity = Identity(
        address=address,
        type=resource.type,
        name=resource.name,
        mode=resource.mode,
        action="read" if resource.mode == "data" else "no-op",
        module=resource.module,
        index=instance.index_key,
        provider=_provider(instance.provider or resource.provider),
        more={name: value for name, value in more.items() if value is not None},
    )
    values = _attributes(resource, instance)
    content = Content(
        values=values,
        marks=_marks(instance.sensitive_attributes or []),
        links=links.of(address, dependencies, values),
    )
    draft.add_resource(identity, content, location)


def _attributes(resource: _Resource, instance: _Instance) -> dict[str, Any]:
    """The attributes; those that may be of any type stand there with their type, and are taken out of it."""
    attributes = instance.attributes or {}
    of_any_type = resource.type in _OF_ANY_TYPE
    return {
        name: value["value"] if isinstance(value, dict) and _is_typed(value, of_any_type) else value
        for name, value in attributes.items()
    }


def _is_typed(value: dict[str, Any], of_any_type: bool) -> bool:
    """Whether it is a value with its type; a map might look so too, but for a type such as ["list", "string"]."""
    if value.keys() != {"value", "type"}:
        return False
    type_ = value["type"]
    return of_any_type or (isinstance(type_, list) and len(type_) > 1 and type_[0] in _TYPES)


def _marks(paths: list[list[_Step]]) -> Any:
    """The lists of steps of `sensitive_attributes` as one tree of marks."""
    marks: dict[str | int, Any] = {}
    for path in paths:
        tree = marks
        steps = _keys(path)
        if not steps:
            return True
        for step in steps[:-1]:
            tree = tree.setdefault(step, {}) if tree.get(step) is not True else {}  # all below it is marked
        tree[steps[-1]] = True
    return marks


def _keys(path: list[_Step]) -> list[str | int]:
    """Names and indexes of the path, as far as they can be followed: what covers more is safe.

    An index is written with its type, `{"value": 1, "type": "number"}`.
    """
    keys: list[str | int] = []
    for step in path:
        value = step.value.get("value") if isinstance(step.value, dict) else step.value
        if isinstance(value, bool) or not isinstance(value, (str, int)):  # an element of a set
            break
        keys.append(value)
    return keys


def _address(resource: _Resource, index: str | int | None) -> str:
    address = _configured(resource)
    if isinstance(index, str):
        return f"{address}[{quoted(index)}]"
    return address if index is None else f"{address}[{index}]"


def _configured(resource: _Resource) -> str:
    parts = [resource.module, "data" if resource.mode == "data" else None, resource.type, resource.name]
    return ".".join(part for part in parts if part)


def _provider(written: str) -> str | None:
    found = _PROVIDER.search(written)
    return found[1] if found else written or None
