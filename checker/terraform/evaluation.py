"""Evaluates expressions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hcl.tree import (
    Attr,
    Binary,
    Call,
    Conditional,
    For,
    Index,
    Item,
    Literal,
    Name,
    Number,
    Object,
    Splat,
    Template,
    TemplateFor,
    TemplateIf,
    Tuple,
    Unary,
)
from checker.terraform import numbers, operators
from checker.terraform.access import attribute, element
from checker.terraform.calling import call
from checker.terraform.conversions import as_bool, as_text, convert, unify
from checker.terraform.errors import EvaluationError, UndeclaredError
from checker.terraform.scope import ITEM
from checker.terraform.types import DYNAMIC, STRING, Type, list_of
from checker.terraform.values import (
    ANYTHING,
    FALSE,
    NO_MARKS,
    NULL,
    TRUE,
    Value,
    deep_marks,
    number,
    object_value,
    pairs,
    string,
    tuple_value,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.hcl.tree import Expression, Node
    from checker.terraform.scope import Namespace, Scope

_CONSTANTS = {True: TRUE, False: FALSE, None: NULL}


def evaluate(node: Expression, scope: Scope) -> Value:
    """The value of an expression. Raises `EvaluationError` with its place, and `TooMuchError`."""
    found = resolve(node, scope)
    return found if isinstance(found, Value) else found.value()


def resolve(node: Expression, scope: Scope) -> Value | Namespace:
    """As `evaluate`, but of `local`, `module.m` and the like not all of their parts."""
    scope.module.budget.spend(1, node)
    try:
        return _EVALUATE[type(node)](node, scope)
    except EvaluationError as error:
        if error.node is None:
            raise type(error)(error.message, _start(node), error.hint) from error
        raise


def _start(node: Expression) -> Expression:
    """Where a reference begins, of which this is a step."""
    while isinstance(node, (Attr, Index)):
        node = node.of
    return node


def _literal(node: Literal, _: Scope) -> Value:
    return string(node.value) if isinstance(node.value, str) else _CONSTANTS[node.value]


def _number(node: Number, _: Scope) -> Value:
    found = numbers.parse(node.text)
    if found is None:
        raise EvaluationError("a number beyond all measure", node)
    return number(found)


def _name(node: Name, scope: Scope) -> Value | Namespace:
    return scope.names[node.name] if node.name in scope.names else scope.module.name(node.name)


def _item(_: Item, scope: Scope) -> Value:
    return scope.names[ITEM]


def _attr(node: Attr, scope: Scope) -> Value | Namespace:
    of = resolve(node.of, scope)
    return attribute(of, node.name) if isinstance(of, Value) else of.attribute(node.name)


def _index(node: Index, scope: Scope) -> Value | Namespace:
    of, key = resolve(node.of, scope), evaluate(node.key, scope)
    return element(of, key) if isinstance(of, Value) else of.index(key)


def _tuple(node: Tuple, scope: Scope) -> Value:
    return tuple_value(evaluate(item, scope) for item in node.items)


def _object(node: Object, scope: Scope) -> Value:
    items: dict[str, Value] = {}
    marks, is_known = NO_MARKS, True
    for key_node, value_node in node.items:
        key = as_text(evaluate(key_node, scope))
        value = evaluate(value_node, scope)
        marks |= key.marks
        if key.data is None:
            raise EvaluationError("a key must not be null", key_node)
        if key.is_known:
            items[key.data] = value
        else:
            is_known, marks = False, marks | deep_marks(value)
    if is_known:
        return object_value(items, marks)
    return unknown(DYNAMIC, marks.union(*map(deep_marks, items.values())))


def _unary(node: Unary, scope: Scope) -> Value:
    return operators.unary(node.operator, evaluate(node.of, scope))


def _binary(node: Binary, scope: Scope) -> Value:
    return operators.binary(node.operator, evaluate(node.left, scope), evaluate(node.right, scope))


def _conditional(node: Conditional, scope: Scope) -> Value:
    condition = as_bool(evaluate(node.condition, scope))
    if condition.data is None:
        raise EvaluationError("the condition is null", node.condition)
    if not condition.is_known:
        sides = [_or_anything(each, scope) for each in (node.then, node.otherwise)]
        marks = condition.marks.union(*map(deep_marks, sides))
        return unknown(_common_type(*sides), marks)
    chosen, other = (node.then, node.otherwise) if condition.data else (node.otherwise, node.then)
    value = evaluate(chosen, scope)
    common = _common_type(value, _or_anything(other, scope))
    return convert(value, common).marked(condition.marks)


def _or_anything(node: Expression, scope: Scope) -> Value:
    """The side that is not taken counts by its type alone; what is wrong with it does not matter."""
    try:
        return evaluate(node, scope)
    except UndeclaredError:
        raise
    except EvaluationError:
        return ANYTHING


def _common_type(value: Value, other: Value) -> Type:
    if other.kind == "dynamic":  # null, or of a type that is not known: then what it becomes is not known either
        return value.type if other.data is None else DYNAMIC
    if value.kind == "dynamic":
        return other.type
    common = unify([value.type, other.type])
    if common is None:
        raise EvaluationError("the two sides of the condition have types that do not go together")
    return common


def _for(node: For, scope: Scope) -> Value:
    collection = evaluate(node.collection, scope)
    if collection.data is None:
        raise EvaluationError("a for goes over null", node.collection)
    if not collection.is_known or collection.type.is_open:
        return unknown(DYNAMIC, deep_marks(collection))
    if type(collection.data) not in (tuple, dict):
        raise EvaluationError(f"a for goes over a collection, and this is a {collection.kind}", node.collection)
    scope.module.budget.spend_items(len(collection.data), node)
    results = [_for_item(node, inner) for inner in _inner_scopes(node, collection, scope)]
    if not all(is_taken.is_known for is_taken, _, _ in results):
        return unknown(DYNAMIC, _marks_of(results) | deep_marks(collection))
    kept = [(key, value) for is_taken, key, value in results if is_taken.data]
    marks = collection.marks.union(*(is_taken.marks for is_taken, _, _ in results))
    if node.result_key is None:
        return tuple_value((value for _, value in kept), marks)
    return _for_object(node, kept, marks)


def _inner_scopes(node: For | TemplateFor, collection: Value, scope: Scope) -> Iterator[Scope]:
    for key, value in pairs(collection):
        names = {node.value: value}
        if node.key:
            names[node.key] = key
        yield scope.with_names(**names)


def _for_item(node: For, scope: Scope) -> tuple[Value, Value, Value]:
    """Whether the item is taken, its key and its value."""
    is_taken = TRUE
    if node.condition is not None:
        is_taken = as_bool(evaluate(node.condition, scope))
        if is_taken.data is None:
            raise EvaluationError("the condition is null", node.condition)
        if is_taken.data is False:
            return is_taken, NULL, NULL
    key = NULL
    if node.result_key is not None:
        key = as_text(evaluate(node.result_key, scope))
        if key.data is None:
            raise EvaluationError("a key must not be null", node.result_key)
    return is_taken, key, evaluate(node.result, scope)


def _for_object(node: For, kept: list[tuple[Value, Value]], marks: frozenset[str]) -> Value:
    marks = marks.union(*(key.marks for key, _ in kept))
    if not all(key.is_known for key, _ in kept):
        return unknown(DYNAMIC, marks.union(*(deep_marks(value) for _, value in kept)))
    groups: dict[str, list[Value]] = {}
    for key, value in kept:
        groups.setdefault(key.data, []).append(value)
        if not node.group and len(groups[key.data]) > 1:
            raise EvaluationError("two items have the same key", node, "group them: (…) => (…)...")
    if node.group:
        return object_value({key: tuple_value(items) for key, items in groups.items()}, marks)
    return object_value({key: items[0] for key, items in groups.items()}, marks)


def _marks_of(results: list[tuple[Value, Value, Value]]) -> frozenset[str]:
    return NO_MARKS.union(*(deep_marks(value) for result in results for value in result))


def _splat(node: Splat, scope: Scope) -> Value:
    """Null has no items; what is no collection has itself as its only one."""
    of = evaluate(node.of, scope)
    if of.data is None:
        return tuple_value((), of.marks)
    if not of.is_known:
        if of.kind in ("string", "number", "bool", "object", "map"):
            return tuple_value((evaluate(node.each, scope.with_names(**{ITEM: of})),))
        return unknown(DYNAMIC, of.marks)
    items = of.data if type(of.data) is tuple else (of,)
    marks = of.marks if type(of.data) is tuple else NO_MARKS
    results = [evaluate(node.each, scope.with_names(**{ITEM: item})) for item in items]
    if of.kind in ("list", "set") and results:
        common = unify([each.type for each in results])
        return convert(tuple_value(results, marks), list_of(common or DYNAMIC))
    return tuple_value(results, marks)


def _template(node: Template, scope: Scope) -> Value:
    if len(node.parts) == 1 and not isinstance(node.parts[0], (TemplateIf, TemplateFor)):
        return evaluate(node.parts[0], scope)
    return _joined(node.parts, scope, node)


def _joined(parts: tuple[Expression, ...], scope: Scope, node: Node) -> Value:
    found = [_part(part, scope) for part in parts]
    marks = NO_MARKS.union(*(each.marks for each in found))
    if not all(each.is_known for each in found):
        return unknown(STRING, marks)
    scope.module.budget.spend_text(sum(len(each.data) for each in found), node)
    return string("".join(each.data for each in found), marks)


def _part(node: Expression, scope: Scope) -> Value:
    value = evaluate(node, scope)
    if value.data is None:
        raise EvaluationError("null in a template", node, "give a default: coalesce(…, …)")
    try:
        return as_text(value)
    except EvaluationError as error:
        raise EvaluationError(f"a template cannot hold this: {error.message}", node) from error


def _template_if(node: TemplateIf, scope: Scope) -> Value:
    condition = as_bool(evaluate(node.condition, scope))
    if condition.data is None:
        raise EvaluationError("the condition is null", node.condition)
    if not condition.is_known:
        return unknown(STRING, condition.marks)
    return _joined(node.then if condition.data else node.otherwise, scope, node).marked(condition.marks)


def _template_for(node: TemplateFor, scope: Scope) -> Value:
    collection = evaluate(node.collection, scope)
    if not collection.is_known or collection.type.is_open:
        return unknown(STRING, deep_marks(collection))
    if type(collection.data) not in (tuple, dict):
        raise EvaluationError("a for goes over a collection", node.collection)
    texts = [_joined(node.parts, inner, node) for inner in _inner_scopes(node, collection, scope)]
    marks = collection.marks.union(*(text.marks for text in texts))
    if not all(text.is_known for text in texts):
        return unknown(STRING, marks)
    scope.module.budget.spend_text(sum(len(text.data) for text in texts), node)
    return string("".join(text.data for text in texts), marks)


def _call(node: Call, scope: Scope) -> Value:
    return call(node, scope, evaluate)


_EVALUATE: dict[type, Callable[..., Value | Namespace]] = {
    Literal: _literal,
    Number: _number,
    Name: _name,
    Item: _item,
    Attr: _attr,
    Index: _index,
    Tuple: _tuple,
    Object: _object,
    Unary: _unary,
    Binary: _binary,
    Conditional: _conditional,
    For: _for,
    Splat: _splat,
    Template: _template,
    TemplateIf: _template_if,
    TemplateFor: _template_for,
    Call: _call,
}
