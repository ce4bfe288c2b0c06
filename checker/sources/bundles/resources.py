"""Makes Terraform's resources of those of a bundle: the resource itself, its permissions and grants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from checker.sources.bundles.blocks import in_terraform_form
from checker.sources.bundles.kinds import address_of, kind_of
from checker.sources.bundles.tree import Attributes, Node, Unknown
from checker.sources.resource import Identity, without_unset

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Location
    from checker.sources.document import Draft

BUNDLE = "bundle"  # type, name and address of what a bundle says about itself
_OWN_RESOURCES = ("permissions", "grants", "lifecycle")
_PRINCIPALS = ("group_name", "user_name", "service_principal_name")


class Part(Struct, frozen=True, kw_only=True):
    """One resource as Terraform has it."""

    type: str
    name: str
    attributes: Node

    @property
    def address(self) -> str:
        """Terraform's address."""
        return f"{self.type}.{self.name}"


class Fate(Struct, frozen=True, kw_only=True):
    """What happens to a resource, and where the file says so."""

    place: Location
    action: str = "no-op"
    before: dict[str, Any] | None = None  # None: nothing was there, or nothing says what
    depends_on: tuple[str, ...] = ()
    links: dict[str, list[str]] = {}  # beside those that the values tell


def add(draft: Draft, part: Part, fate: Fate) -> None:
    """Add one resource to the document."""
    more = {"depends_on": list(fate.depends_on)} if fate.depends_on else {}
    identity = Identity(
        address=part.address,
        type=part.type,
        name=part.name,
        mode="managed",
        action=fate.action,
        more=more,
    )
    attributes = Attributes.of(part.attributes)
    attributes.links = {**fate.links, **attributes.links}
    draft.add_resource(identity, attributes.content(fate.before), part.attributes.place or fate.place)


def facts(draft: Draft, members: Node, place: Location) -> None:
    """Add what the bundle says about itself; its attributes are in schemas/input/bundle.json."""
    identity = Identity(address=BUNDLE, type=BUNDLE, name=BUNDLE, mode="managed", action="no-op")
    draft.add_resource(identity, Attributes.of(members).content(), place)


def parts(kind: str, key: str, resource: Node, reference: Node) -> Iterator[Part]:
    """The resource, and what its `permissions` and `grants` are in Terraform; `reference` is to itself."""
    yield itself(kind, key, resource)
    permissions, grants = resource.get("permissions"), resource.get("grants")
    if permissions is not None:
        yield from permission_parts(kind, key, permissions, reference)
    if grants is not None:
        yield from grant_parts(kind, key, grants, reference)


def itself(kind: str, key: str, resource: Node) -> Part:
    """The resource without its permissions and grants."""
    known = kind_of(kind)
    own = Node({name: node for name, node in resource.members.items() if name not in _OWN_RESOURCES}, resource.place)
    return Part(type=known.type, name=key, attributes=in_terraform_form(own, known.type, known.renamed))


def permission_parts(kind: str, key: str, entries: Node, reference: Node) -> Iterator[Part]:
    """`databricks_permissions` of a resource; of a secret scope a `databricks_secret_acl` for each entry."""
    known = kind_of(kind)
    if kind == "secret_scopes":
        for index, entry in enumerate(entries.items):
            yield _acl(f"{known.prefix}{key}_{index}", entry, reference)
        return
    listed = Node([_access(entry) for entry in entries.items], entries.place)
    if isinstance(entries.value, Unknown):
        listed = entries
    attributes = {"access_control": listed, known.permissions or "object_id": reference}
    if listed.value:
        yield Part(type="databricks_permissions", name=_name(kind, key), attributes=Node(attributes, entries.place))


def grant_parts(kind: str, key: str, entries: Node, reference: Node) -> Iterator[Part]:
    """`databricks_grants` of a resource."""
    attributes = {"grant": entries, kind_of(kind).grants or "securable": reference}
    if entries.value:
        yield Part(type="databricks_grants", name=_name(kind, key), attributes=Node(attributes, entries.place))


def reference_to(kind: str, key: str, id_: str | None) -> Node:
    """What stands for a resource in its permissions and grants; `id_` None: not known before it is deployed."""
    address = address_of(kind, key)
    return Node(Unknown(links=(address,))) if id_ is None else Node(id_, None, frozenset({address}))


def unset(node: Node) -> dict[str, Any]:
    """The attributes as they were before a change, without those that nobody set."""
    values: dict[str, Any] = without_unset(Attributes.of(node).values)
    return values


def _name(kind: str, key: str) -> str:
    return f"{kind_of(kind).prefix or kind.removesuffix('s') + '_'}{key}"


def _access(entry: Node) -> Node:
    """An entry; the bundle calls its level `level`, the API `permission_level`."""
    members = {name: node for name, node in entry.members.items() if name in _PRINCIPALS}
    level = entry.members.get("level") or entry.members.get("permission_level")
    return Node({**members, **({"permission_level": level} if level is not None else {})}, entry.place)


def _acl(name: str, entry: Node, reference: Node) -> Part:
    principal = next((node for each in _PRINCIPALS if (node := entry.get(each)) is not None), None)
    level = entry.members.get("level") or entry.members.get("permission_level") or entry.members.get("permission")
    members = {"scope": reference, "principal": principal or entry.members.get("principal"), "permission": level}
    known = {key: node for key, node in members.items() if node is not None}
    return Part(type="databricks_secret_acl", name=name, attributes=Node(known, entry.place))
