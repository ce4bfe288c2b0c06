"""Puts one resource into the form that policies see, and masks its secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, field
from msgspec.structs import replace

from checker.credentials import may_hold
from checker.model import Resource
from checker.sources import jsontext
from checker.sources.paths import attribute_path, module_steps
from checker.sources.plain import is_plain

if TYPE_CHECKING:
    from checker.model import Location
    from checker.sources.secrets import Masked, SecretFinder


_CONTAINERS = frozenset({dict, list})


def without_unset(value: Any) -> Any:
    """The value without members that are null or an empty list: in Terraform's JSON they mean "not set".

    Plans and states write [] for every block that nobody wrote, so that a list which is written as
    empty cannot be told from one that is left out. Most members are null, empty or plain, and this
    is asked of every resource: only what may hold a null is walked.
    """
    if type(value) is dict:
        return {
            key: without_unset(item) if item and type(item) in _CONTAINERS else item
            for key, item in value.items()
            if item or (item is not None and item != [])
        }
    if type(value) is list:
        return [without_unset(item) if item and type(item) in _CONTAINERS else item for item in value]
    return value


def unknown_tree(marks: Any) -> Any:
    """Terraform's `after_unknown` cut down to what is unknown; False where nothing is."""
    if marks is True:
        return True
    if type(marks) is dict:
        return {key: tree for key, mark in marks.items() if (tree := unknown_tree(mark)) is not False} or False
    if type(marks) is list:
        trees = [unknown_tree(mark) for mark in marks]
        while trees and trees[-1] is False:
            trees.pop()
        return trees or False
    return False


class Identity(Struct, frozen=True, kw_only=True):
    """Who a resource is and what happens to it: all but its values."""

    address: str
    type: str
    name: str
    mode: str
    action: str
    module: str | None = None  # None: the root module
    index: str | int | None = None  # None: neither count nor for_each
    provider: str | None = None  # None: the file does not say
    more: dict[str, Any] = {}  # members of the view that few resources have

    @property
    def key(self) -> str:
        """The address, made unique where a deposed object shares it with its successor."""
        return f"{self.address} (deposed {self.more['deposed']})" if "deposed" in self.more else self.address


class Content(Struct, frozen=True, kw_only=True):
    """The values of a resource, and what Terraform says about them; its marks are trees of true."""

    values: dict[str, Any]
    marks: Any = False
    before: dict[str, Any] | None = None  # None: of no concern, or nothing was there
    before_marks: Any = False
    unknown: Any = False
    links: dict[str, list[str]] = {}
    places: dict[str, Location] = {}  # attribute path → where it stands, as far as known


class ResourceSet(Struct):
    """The views of the resources of one document, by type, as JSON text."""

    secrets: SecretFinder
    tells_misfits: bool = False  # whether views say where a resource is not as its provider's schema says
    resources: list[Resource] = []
    _views: dict[str, dict[str, bytes]] = {}
    _taken: set[str] = field(default_factory=set)

    def add(self, identity: Identity, content: Content, location: Location) -> bool:
        """Add a resource; False, and nothing added, where its address is taken."""
        text = self._plain_text(identity, content)
        is_secret = self._may_hold_secret(identity, content, text)
        key = self.secrets.line(identity.key) if is_secret else identity.key
        if key in self._taken:
            return False
        self._taken.add(key)
        type_ = self.secrets.line(identity.type) if is_secret else identity.type
        self._views.setdefault(type_, {})[key] = self._masked_text(identity, key, content) if is_secret else text
        self.resources.append(
            Resource(
                address=key,
                type=type_,
                mode=identity.mode,
                action=identity.action,
                location=location,
                places=content.places,
            )
        )
        return True

    def add_all_of(self, other: ResourceSet) -> list[tuple[str, Location]]:
        """Add the resources of another set; return those whose address is taken."""
        taken = self._taken & other._taken
        for type_, views in other._views.items():
            here = self._views.setdefault(type_, {})
            here |= {key: view for key, view in views.items() if key not in taken}
        self._taken |= other._taken
        self.resources += (resource for resource in other.resources if resource.address not in taken)
        return [(each.address, each.location) for each in other.resources if each.address in taken and each.location]

    def holds(self, address: str) -> bool:
        """Whether a resource has this address."""
        return self.secrets.line(address) in self._taken

    def text(self) -> bytes:
        """`{type: {address: view}}`, with secrets left where nobody marked them: see `mask_seen`."""
        types = (
            b"%s:{%s}"
            % (jsontext.text(type_), b",".join(b"%s:%s" % (jsontext.text(key), view) for key, view in views.items()))
            for type_, views in self._views.items()
        )
        return b"{%s}" % b",".join(types)

    def mask_seen(self) -> None:
        """Mask in every resource the secrets that were met in others, or anywhere in the document."""
        may_hold_seen = self.secrets.seen.search()
        if may_hold_seen is None:
            return
        renamed: dict[str, str] = {}
        for type_, views in self._views.items():
            masked = {}
            for key, view in views.items():
                if may_hold_seen(view):
                    new_key, masked_view = self._without_seen(view)
                    masked[new_key] = masked_view
                    renamed[key] = new_key
                else:
                    masked[key] = view
            self._views[type_] = masked
        if renamed:
            self.resources = [replace(each, address=renamed.get(each.address, each.address)) for each in self.resources]

    def _plain_text(self, identity: Identity, content: Content) -> bytes:
        """The view as it is when nothing in it is a secret."""
        view = _head(identity, identity.key)
        view["values"] = without_unset(content.values)
        if self.tells_misfits and identity.mode == "managed":
            view |= _misfits(identity.type, content)
        if content.before is not None:
            view["before"] = without_unset(content.before)
        return _finished(view, content.unknown, content.links)

    def _may_hold_secret(self, identity: Identity, content: Content, text: bytes) -> bool:
        """Whether something may have to be masked, which is so in few resources; `text` is the view, unmasked."""
        if content.marks or content.before_marks or self.secrets.may_hold_schema_secrets(identity.type, text):
            return True
        return not is_plain(text)

    def _masked_text(self, identity: Identity, key: str, content: Content) -> bytes:
        view = _head(identity, key)
        view["values"], found = self._masked(identity.type, content.values, content.marks)
        if self.tells_misfits and identity.mode == "managed":
            view |= _misfits(identity.type, content)
        unknown = _merged(content.unknown, found.hidden)
        if found.secrets:
            view["secrets"] = found.reasons
        if content.before is not None:
            view["before"], found = self._masked(identity.type, content.before, content.before_marks)
            if found.secrets:
                view["before_secrets"] = found.reasons
        text = _finished(view, unknown, content.links)
        if may_hold(text):  # a credential as the key of a map or of an instance
            text = jsontext.text(self.secrets.clean(jsontext.value(text)))
        return text

    def _masked(self, type_: str, tree: dict[str, Any], marks: Any) -> tuple[Any, Masked]:
        """The values without nulls and secrets, as JSON text where that is at hand."""
        values = without_unset(tree)
        text = jsontext.text(values)
        found = self.secrets.mask(type_, values, text, marks)
        return (without_unset(values) if found.secrets else msgspec.Raw(text)), found

    def _without_seen(self, view: bytes) -> tuple[str, bytes]:
        tree = jsontext.value(view)
        for part, noted in (("values", "secrets"), ("before", "before_secrets")):
            if part in tree:
                found = self.secrets.mask_seen(tree[part])
                if found.secrets:
                    tree[noted] = found.reasons | tree.get(noted, {})
        tree = self.secrets.head_without_seen(tree)
        return tree["address"], jsontext.text(tree)


def _head(identity: Identity, key: str) -> dict[str, Any]:
    view: dict[str, Any] = {
        "address": key,
        "type": identity.type,
        "name": identity.name,
        "mode": identity.mode,
        "action": identity.action,
    }
    if identity.module:
        view["module"] = module_steps(identity.module)
    if identity.index is not None:
        view["index"] = identity.index
    if identity.provider is not None:
        view["provider"] = identity.provider
    return view | identity.more


def _finished(view: dict[str, Any], unknown: Any, links: dict[str, list[str]]) -> bytes:
    if unknown is not False:
        view["unknown"] = unknown
    if links:
        view["links"] = links
    return jsontext.text(view)


def _misfits(type_: str, content: Content) -> dict[str, Any]:
    """The member of a view that says where the values are not as the provider's schema says; {} where they are."""
    from checker.providers.fit import misfits  # noqa: PLC0415 - most runs do not ask, and it takes a tenth of reading

    found = misfits(type_, content.values, content.unknown)
    return {"misfits": {attribute_path(path): misfit for path, misfit in found.items()}} if found else {}


def _merged(one: Any, other: Any) -> Any:
    """Two unknown trees as one."""
    if one is False or other is True:
        return other
    if other is False or one is True:
        return one
    if isinstance(one, dict) and isinstance(other, dict):
        return {key: _merged(one.get(key, False), other.get(key, False)) for key in one | other}
    if isinstance(one, list) and isinstance(other, list):
        length = max(len(one), len(other))
        padded = ([*tree, *[False] * (length - len(tree))] for tree in (one, other))
        return [_merged(*pair) for pair in zip(*padded, strict=True)]
    return True
