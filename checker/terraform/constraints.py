"""Reads type constraints of variables, with the defaults of optional attributes, and applies them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.hcl.tree import Call, Literal, Name, Object, Tuple
from checker.terraform.conversions import convert
from checker.terraform.errors import EvaluationError
from checker.terraform.types import BOOL, DYNAMIC, NUMBER, STRING, Type, list_of, map_of, object_of, set_of, tuple_of
from checker.terraform.values import Value, object_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.hcl.tree import Expression

    Constant = Callable[[Expression], Value]

_NAMED = {"string": STRING, "number": NUMBER, "bool": BOOL, "any": DYNAMIC}
_BARE = {"list": list_of(DYNAMIC), "set": set_of(DYNAMIC), "map": map_of(DYNAMIC)}
_COLLECTIONS: dict[str, Callable[[Type], Type]] = {"list": list_of, "set": set_of, "map": map_of}


@dataclass(frozen=True, slots=True)
class Constraint:
    """A type with the defaults within it."""

    type: Type
    defaults: dict[str, Value] = field(default_factory=dict)  # of optional attributes of an object
    within: dict[str, Constraint] = field(default_factory=dict)  # attribute → its own; "": of each element

    def apply(self, value: Value) -> Value:
        """The value with defaults, as one of this type. Raises `EvaluationError`."""
        return convert(self._filled(value), self.type)

    def _filled(self, value: Value) -> Value:
        if value.data is None or not value.is_known or not (self.defaults or self.within):
            return value
        if self.type.kind == "object" and type(value.data) is dict:
            return self._filled_object(value)
        each = self.within.get("")
        if each is None or type(value.data) not in (tuple, dict):
            return value
        if type(value.data) is dict:
            return object_value({key: each._filled(item) for key, item in value.data.items()}, value.marks)  # noqa: SLF001
        items = tuple(each._filled(item) for item in value.data)  # noqa: SLF001 - of the same kind
        return Value(tuple_of(tuple(item.type for item in items)), items, value.marks)

    def _filled_object(self, value: Value) -> Value:
        items = dict(value.data)
        for name, default in self.defaults.items():
            if name not in items or items[name].data is None:
                items[name] = default
        for name, inner in self.within.items():
            if name in items:
                items[name] = inner._filled(items[name])  # noqa: SLF001 - of the same kind
        return object_value(items, value.marks)


ANY = Constraint(DYNAMIC)


def constraint_of(node: Expression, constant: Constant) -> Constraint:  # noqa: PLR0911 - one answer for each form
    """The constraint that an expression writes; `constant` evaluates defaults. Raises `EvaluationError`."""
    if isinstance(node, Literal) and isinstance(node.value, str):  # as Terraform 0.11 had it
        return Constraint(_NAMED.get(node.value) or _BARE.get(node.value) or _refuse(node))
    if isinstance(node, Name):
        return Constraint(_NAMED.get(node.name) or _BARE.get(node.name) or _refuse(node))
    if not isinstance(node, Call) or len(node.arguments) != 1:
        return Constraint(_refuse(node))
    (argument,) = node.arguments
    if node.name in _COLLECTIONS:
        each = constraint_of(argument, constant)
        within = {"": each} if each.defaults or each.within else {}
        return Constraint(_COLLECTIONS[node.name](each.type), within=within)
    if node.name == "tuple" and isinstance(argument, Tuple):
        return Constraint(tuple_of(tuple(constraint_of(item, constant).type for item in argument.items)))
    if node.name == "object" and isinstance(argument, Object):
        return _object(argument, constant)
    return Constraint(_refuse(node))


def _object(node: Object, constant: Constant) -> Constraint:
    types: dict[str, Type] = {}
    optional, defaults, within = set(), {}, {}
    for key, written in node.items:
        if not isinstance(key, Literal) or not isinstance(key.value, str):
            raise EvaluationError("an attribute of a type has a plain name", key)
        name, node_ = key.value, written
        if isinstance(written, Call) and written.name == "optional":
            optional.add(name)
            node_ = written.arguments[0]
        each = constraint_of(node_, constant)
        types[name] = each.type
        if each.defaults or each.within:
            within[name] = each
        if isinstance(written, Call) and written.name == "optional" and len(written.arguments) > 1:
            defaults[name] = each.apply(constant(written.arguments[1]))
    return Constraint(object_of(types, frozenset(optional)), defaults, within)


def _refuse(node: Expression) -> Type:
    raise EvaluationError("no type: string, number, bool, any, list(…), set(…), map(…), object({…}), tuple([…])", node)
