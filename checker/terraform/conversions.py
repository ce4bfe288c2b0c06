"""Converts values between types, and finds the one type that several can be converted to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.terraform import numbers
from checker.terraform.errors import EvaluationError
from checker.terraform.types import (
    BOOL,
    DYNAMIC,
    NUMBER,
    PRIMITIVES,
    SEQUENCES,
    STRING,
    Type,
    list_of,
    map_of,
    name,
    object_of,
    set_of,
    tuple_of,
)
from checker.terraform.values import Value, list_value, map_value, set_value, tuple_value, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_BOOLS = {"true": True, "1": True, "false": False, "0": False}


def convert(value: Value, target: Type) -> Value:
    """The value as one of this type. Raises `EvaluationError` where it cannot be."""
    if target.kind == "dynamic" or (value.type == target and not value.type.is_open):
        return value
    if value.data is None:
        return Value(target, None, value.marks)
    if not value.is_known:
        if value.kind != "dynamic" and not _may_convert(value.type, target):
            raise _refusal(value.type, target)
        return unknown(_settled(target, value.type), value.marks)
    return _converted(value, target)


def _converted(value: Value, target: Type) -> Value:
    if target.kind in PRIMITIVES:
        return _primitive(value, target)
    if target.kind in ("list", "set") and value.kind in SEQUENCES:
        return _sequence(value, target)
    if target.kind == "map" and value.kind in ("map", "object"):
        return _map(value, target)
    if target.kind == "object" and value.kind in ("map", "object"):
        return _object(value, target)
    if target.kind == "tuple" and value.kind == "tuple" and len(value.data) == len(target.elements):
        items = (convert(item, type_) for item, type_ in zip(value.data, target.elements, strict=True))
        return tuple_value(items, value.marks)
    raise _refusal(value.type, target)


def _primitive(value: Value, target: Type) -> Value:
    found: object = None
    if target is STRING or target.kind == "string":
        found = text_of(value)
    elif target.kind == "number" and value.kind == "string":
        found = numbers.parse(value.data)
    elif target.kind == "bool" and value.kind == "string":
        found = _BOOLS.get(value.data)
    if found is None:
        raise _refusal(value.type, target)
    return Value(target, found, value.marks)


def text_of(value: Value) -> str | None:
    """A known string, number or bool as text; None for all others."""
    if value.kind == "string":
        return str(value.data)
    if value.kind == "number":
        return numbers.text(value.data)
    if value.kind == "bool":
        return "true" if value.data else "false"
    return None


def _sequence(value: Value, target: Type) -> Value:
    element = target.item
    if not _is_settled_shallow(element):
        element = _unified([item.type for item in value.data], element, value.type, target)
    items = [convert(item, element) for item in value.data]
    if target.kind == "list":
        return list_value(element, items, value.marks)
    return set_value(element, items, value.marks)


def _map(value: Value, target: Type) -> Value:
    if value.type.is_open:
        return unknown(target, value.marks)
    element = target.item
    if not _is_settled_shallow(element):
        element = _unified([item.type for item in value.data.values()], element, value.type, target)
    return map_value(element, {key: convert(item, element) for key, item in value.data.items()}, value.marks)


def _object(value: Value, target: Type) -> Value:
    items = {}
    for key, type_ in target.attributes.items():
        if key in value.data:
            try:
                items[key] = convert(value.data[key], type_)
            except EvaluationError as error:
                raise EvaluationError(f'attribute "{key}": {error.message}', error.node, error.hint) from error
        elif value.type.is_open:
            items[key] = unknown(type_, value.marks)
        elif key in target.optional:
            items[key] = Value(type_, None)
        else:
            raise EvaluationError(f'attribute "{key}" is required')
    types = {key: item.type for key, item in items.items()}
    return Value(object_of(types), {key: items[key] for key in sorted(items)}, value.marks)


def _unified(types: list[Type], element: Type, source: Type, target: Type) -> Type:
    if element.kind != "dynamic":
        return element
    found = unify(types) if types else DYNAMIC
    if found is None:
        raise EvaluationError(f"all elements of a {target.kind} must have the same type, and of this {source.kind} not")
    return found


def _is_settled_shallow(type_: Type) -> bool:
    return type_.kind != "dynamic"


def _settled(target: Type, source: Type) -> Type:
    """The target, with what the source says in the place of `any`."""
    if target.kind == "dynamic":
        return source
    if target.element is not None and source.element is not None and target.item.kind == "dynamic":
        return Type(kind=target.kind, element=source.element)
    return target


def _may_convert(source: Type, target: Type) -> bool:
    """Whether values of one type may be values of the other; where nothing speaks against it, they may."""
    if "dynamic" in (source.kind, target.kind) or source == target:
        return True
    if source.kind in PRIMITIVES and target.kind in PRIMITIVES:
        return {source.kind, target.kind} != {"number", "bool"}
    groups = (SEQUENCES, frozenset({"map", "object"}))
    return any(source.kind in group and target.kind in group for group in groups)


def _refusal(source: Type, target: Type) -> EvaluationError:
    article = {"number": "a number", "bool": "a bool", "string": "a string"}
    wanted = article.get(target.kind, name(target))
    return EvaluationError(f"{wanted} is required, and this is {article.get(source.kind, name(source))}")


def unify(types: Sequence[Type]) -> Type | None:
    """The type that values of all these can be converted to; None: there is none."""
    known = [type_ for type_ in types if type_.kind != "dynamic"]
    if len(known) < len(types) and known:
        return _with_dynamic(known)
    if not known or all(type_ == known[0] for type_ in known):
        return known[0] if known else DYNAMIC
    kinds = {type_.kind for type_ in known}
    if kinds <= PRIMITIVES:
        return STRING if "string" in kinds else None
    if kinds <= {"map", "object"}:
        return _unified_mappings(known, kinds)
    if kinds <= SEQUENCES:
        return _unified_sequences(known, kinds)
    return None


def _with_dynamic(known: list[Type]) -> Type | None:
    """Something unknown or null may become what the others are."""
    return unify(known)


def _unified_mappings(known: list[Type], kinds: set[str]) -> Type | None:
    names = known[0].attributes.keys()
    if kinds == {"object"} and all(type_.attributes.keys() == names for type_ in known):
        attributes = {each: unify([type_.attributes[each] for type_ in known]) for each in names}
        if None not in attributes.values():
            return object_of({each: type_ for each, type_ in attributes.items() if type_ is not None})
        return None
    element = unify([part for type_ in known for part in _parts(type_)])
    return None if element is None else map_of(element)


def _unified_sequences(known: list[Type], kinds: set[str]) -> Type | None:
    size = len(known[0].elements)
    if kinds == {"tuple"} and all(len(type_.elements) == size for type_ in known):
        elements = [unify([type_.elements[index] for type_ in known]) for index in range(size)]
        if None not in elements:
            return tuple_of(tuple(type_ for type_ in elements if type_ is not None))
        return None
    element = unify([part for type_ in known for part in _parts(type_)])
    if element is None:
        return None
    return set_of(element) if "list" not in kinds and "set" in kinds else list_of(element)


def _parts(type_: Type) -> Iterable[Type]:
    if type_.element is not None:
        return (type_.element,)
    return type_.elements or type_.attributes.values()


def as_text(value: Value) -> Value:
    """The value as a string."""
    return convert(value, STRING)


def as_number(value: Value) -> Value:
    """The value as a number."""
    return convert(value, NUMBER)


def as_bool(value: Value) -> Value:
    """The value as true or false."""
    return convert(value, BOOL)
