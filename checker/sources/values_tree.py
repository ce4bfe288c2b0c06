"""Reads the tree of modules and resources that `show -json` writes for states and prior states.

Format: https://developer.hashicorp.com/terraform/internals/json-format#values-representation
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec

from checker.model import Location
from checker.sources import jsontext
from checker.sources.resource import Content, Identity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.sources.document import Draft


Mode = Literal["managed", "data"]
Name = Annotated[str, msgspec.Meta(min_length=1)]


class _Module(msgspec.Struct):
    address: str = ""
    resources: list[msgspec.Raw] = []
    child_modules: list[_Module] = []


class Values(msgspec.Struct):
    """All modules of a state, their resources undecoded, and its outputs."""

    root_module: _Module = msgspec.field(default_factory=_Module)
    outputs: msgspec.Raw = msgspec.Raw(b"{}")


class _Head(msgspec.Struct):
    """A resource in the tree, without its values."""

    address: Name
    mode: Mode
    type: Name
    name: str
    index: str | int | None = None
    provider_name: str | None = None
    sensitive_values: Any = False
    depends_on: list[str] = []
    tainted: bool = False
    deposed_key: str | None = None


class _Passed(_Head):
    """A resource that is not wanted: its structure is held to account, its values stay undecoded."""

    values: dict[str, msgspec.Raw] | None = None
    sensitive_values: msgspec.Raw = msgspec.Raw(b"false")


class ValuesResource(_Head):
    """A resource in the tree, before its values are masked."""

    values: dict[str, Any] | None = None


class Output(msgspec.Struct):
    """A root output."""

    sensitive: bool = False
    value: Any = None


_values = msgspec.json.Decoder(Values)
_passed = msgspec.json.Decoder(_Passed)


def decode(text: msgspec.Raw, pointer: str) -> Values:
    """The `values` of a state. Raises `msgspec.ValidationError`, `UnreadableError` where keys stand twice."""
    members = jsontext.members(text, pointer)
    values = _values.decode(text)
    root = members.get("root_module", jsontext.EMPTY_OBJECT)
    if len(root) != _shortest(values.root_module):
        _refuse_duplicates(root, f"{pointer}/root_module")
    return values


def has_managed(values: Values) -> bool:
    """Whether the tree holds any managed resource."""
    return any(_passed.decode(raw).mode == "managed" for _, raw, _ in _walk(values.root_module, ""))


def resources(
    values: Values, pointer: str, wanted_mode: Mode | None = None
) -> Iterator[tuple[str, ValuesResource, str]]:
    """Module address, resource and JSON pointer of each resource; with `wanted_mode`, of those only."""
    for module, raw, place in _walk(values.root_module, f"{pointer}/root_module"):
        if wanted_mode is None or _passed.decode(raw).mode == wanted_mode:
            yield module, jsontext.convert(raw, ValuesResource, place), place


def add(
    module: str, resource: ValuesResource, pointer: str, draft: Draft, *, links: dict[str, list[str]] | None = None
) -> None:
    """Add one resource of a state to the draft; a resource at rest has the action no-op, a data source read."""
    more: dict[str, Any] = {
        "deposed": resource.deposed_key,
        "tainted": resource.tainted or None,
        "depends_on": resource.depends_on or None,
    }
    identity = Identity(
        address=resource.address,
        type=resource.type,
        name=resource.name,
        mode=resource.mode,
        action="read" if resource.mode == "data" else "no-op",
        module=module or None,
        index=resource.index,
        provider=resource.provider_name,
        more={name: value for name, value in more.items() if value is not None},
    )
    content = Content(values=resource.values or {}, marks=resource.sensitive_values, links=links or {})
    draft.add_resource(identity, content, Location(file=draft.file, pointer=pointer))


def outputs(values: Values, pointer: str) -> dict[str, Output]:
    """The root outputs by name."""
    return jsontext.convert(values.outputs, dict[str, Output], f"{pointer}/outputs")


def _walk(module: _Module, pointer: str) -> Iterator[tuple[str, msgspec.Raw, str]]:
    for index, raw in enumerate(module.resources):
        yield module.address, raw, f"{pointer}/resources/{index}"
    for index, child in enumerate(module.child_modules):
        yield from _walk(child, f"{pointer}/child_modules/{index}")


def _shortest(module: _Module) -> int:
    """The length of the shortest text of a module: a longer one says more, such as one list beside another."""
    members = []
    if module.address:
        members.append(len('"address":') + len(jsontext.text(module.address)))
    if module.resources:
        members.append(len('"resources":[]') + sum(map(len, module.resources)) + len(module.resources) - 1)
    if module.child_modules:
        children = module.child_modules
        members.append(len('"child_modules":[]') + sum(map(_shortest, children)) + len(children) - 1)
    return len("{}") + sum(members) + max(len(members) - 1, 0)


def _refuse_duplicates(module: msgspec.Raw, pointer: str) -> None:
    members = jsontext.members(module, pointer)
    for index, child in enumerate(jsontext.items(members.get("child_modules", jsontext.EMPTY_ARRAY))):
        _refuse_duplicates(child, f"{pointer}/child_modules/{index}")
