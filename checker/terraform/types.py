"""The types of Terraform's language."""

from __future__ import annotations

import msgspec


class Type(msgspec.Struct, frozen=True, kw_only=True):
    """A type; which fields say something depends on its kind."""

    kind: str  # string, number, bool, dynamic, list, set, map, tuple, object
    element: Type | None = None  # of list, set and map
    elements: tuple[Type, ...] = ()  # of tuple
    attributes: dict[str, Type] = {}  # of object
    optional: frozenset[str] = frozenset()  # of object: attributes that may be missing
    is_open: bool = False  # of object: it has more attributes, of which nothing is known

    @property
    def item(self) -> Type:
        """The type of the elements of a list, set or map."""
        return self.element or DYNAMIC


DYNAMIC = Type(kind="dynamic")
STRING = Type(kind="string")
NUMBER = Type(kind="number")
BOOL = Type(kind="bool")
PRIMITIVES = frozenset({"string", "number", "bool"})
SEQUENCES = frozenset({"list", "set", "tuple"})
COLLECTIONS = frozenset({"list", "set", "map"})
MAPPINGS = frozenset({"map", "object"})


def list_of(element: Type) -> Type:
    """The type of lists of this element."""
    return Type(kind="list", element=element)


def set_of(element: Type) -> Type:
    """The type of sets of this element."""
    return Type(kind="set", element=element)


def map_of(element: Type) -> Type:
    """The type of maps to this element."""
    return Type(kind="map", element=element)


def tuple_of(elements: tuple[Type, ...]) -> Type:
    """The type of tuples of these."""
    return Type(kind="tuple", elements=elements)


def object_of(attributes: dict[str, Type], optional: frozenset[str] = frozenset()) -> Type:
    """The type of objects with these attributes."""
    return Type(kind="object", attributes=attributes, optional=optional)


def is_settled(type_: Type) -> bool:
    """Whether there is no `any` in it."""
    if type_.kind == "dynamic":
        return False
    parts = (*type_.elements, *type_.attributes.values(), *((type_.element,) if type_.element else ()))
    return all(map(is_settled, parts))


def name(type_: Type) -> str:
    """The type as Terraform writes it in messages."""
    if type_.kind in PRIMITIVES:
        return type_.kind
    if type_.kind == "dynamic":
        return "any"
    if type_.kind in COLLECTIONS:
        return f"{type_.kind}({name(type_.item)})"
    return type_.kind
