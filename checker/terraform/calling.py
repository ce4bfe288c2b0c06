"""Calls functions: finds them, evaluates their arguments, and those that decide themselves what is evaluated."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from checker.terraform.errors import EvaluationError, UndeclaredError
from checker.terraform.functions import FUNCTIONS, UNKNOWABLE
from checker.terraform.functions.signature import Context
from checker.terraform.types import BOOL, DYNAMIC
from checker.terraform.values import FALSE, NO_MARKS, TRUE, Value, deep_marks, is_wholly_known, unknown

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.hcl.tree import Call, Expression
    from checker.terraform.scope import Scope

    Evaluate = Callable[[Expression, Scope], Value]


def call(node: Call, scope: Scope, evaluate: Evaluate) -> Value:
    """The value of a function call. Raises `EvaluationError`."""
    name = node.name.removeprefix("core::")
    if name in _LAZY:
        return _LAZY[name](node, scope, evaluate)
    arguments = _arguments(node, scope, evaluate)
    if name in FUNCTIONS and arguments is not None:
        context = Context(module=scope.module, scope=scope, evaluate=evaluate, node=node)
        return FUNCTIONS[name].apply(arguments, context)
    if name in UNKNOWABLE or name.startswith("provider::") or (name in FUNCTIONS and arguments is None):
        given = [evaluate(argument, scope) for argument in node.arguments]
        return unknown(UNKNOWABLE.get(name, DYNAMIC), NO_MARKS.union(*map(deep_marks, given)))
    nearest = get_close_matches(name, FUNCTIONS, 1)
    hint = f"did you mean {nearest[0]}?" if nearest else "tfcheck knows the functions of Terraform 1.11"
    raise EvaluationError(f"there is no function {node.name}", node, hint)


def _arguments(node: Call, scope: Scope, evaluate: Evaluate) -> list[Value] | None:
    """The arguments; None where it is not known how many there are."""
    values = [evaluate(argument, scope) for argument in node.arguments]
    if not node.expand:
        return values
    *first, last = values
    if not last.is_known:
        return None
    if type(last.data) is not tuple:
        raise EvaluationError("what is expanded by ... must be a list", node.arguments[-1])
    return [*first, *(item.marked(last.marks) for item in last.data)]


def _try(node: Call, scope: Scope, evaluate: Evaluate) -> Value:
    """The first argument that has a value. What is not known yet may have none later, so neither is it known which."""
    for argument in node.arguments:
        try:
            value = evaluate(argument, scope)
        except UndeclaredError:
            raise
        except EvaluationError:
            continue
        return value if is_wholly_known(value) else unknown(DYNAMIC, deep_marks(value))
    raise EvaluationError("none of the arguments of try has a value", node)


def _can(node: Call, scope: Scope, evaluate: Evaluate) -> Value:
    if len(node.arguments) != 1:
        raise EvaluationError("can takes one argument", node)
    try:
        value = evaluate(node.arguments[0], scope)
    except UndeclaredError:
        raise
    except EvaluationError:
        return FALSE
    return TRUE if is_wholly_known(value) else unknown(BOOL, deep_marks(value))


_LAZY: dict[str, Callable[[Call, Scope, Evaluate], Value]] = {"try": _try, "can": _can}
