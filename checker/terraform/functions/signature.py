"""How a function is called: which arguments it takes, what of unknown and marked ones, what it gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.terraform.conversions import convert
from checker.terraform.errors import EvaluationError
from checker.terraform.types import DYNAMIC, STRING, Type
from checker.terraform.values import (
    NO_MARKS,
    Value,
    boolean,
    deep_marks,
    is_wholly_known,
    number,
    plain,
    string,
    strings,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.hcl.tree import Call, Expression
    from checker.terraform.scope import Root, Scope


class UnsureError(Exception):
    """What Terraform would make of this is not certain here: the value is unknown rather than guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """Where a call stands."""

    module: Root
    scope: Scope
    evaluate: Callable[[Expression, Scope], Value]
    node: Call


@dataclass(frozen=True, slots=True)
class Plain:
    """A function of Python values; what is unknown or marked in its arguments makes the result so."""

    run: Callable[..., Any]
    returns: Type
    parameters: tuple[Type, ...] = ()
    variadic: Type | None = None  # None: no more arguments than parameters
    optional: int = 0  # of the last parameters

    def apply(self, arguments: list[Value], context: Context) -> Value:
        """The result. Raises `EvaluationError`."""
        given = self._converted(arguments, context)
        marks = NO_MARKS.union(*map(deep_marks, given))
        if not all(map(is_wholly_known, given)):
            return unknown(self.returns, marks)
        try:
            found = self.run(*map(plain, given))
        except UnsureError:
            return unknown(self.returns, marks)
        return self._value(found, context).marked(marks)

    def _converted(self, arguments: list[Value], context: Context) -> list[Value]:
        count(arguments, len(self.parameters) - self.optional, None if self.variadic else len(self.parameters), context)
        types = [*self.parameters, *[self.variadic or DYNAMIC] * len(arguments)]
        return [given(argument, type_, context) for argument, type_ in zip(arguments, types, strict=False)]

    def _value(self, found: Any, context: Context) -> Value:
        if isinstance(found, Value):
            return found
        if isinstance(found, str):
            context.module.budget.spend_text(len(found), context.node)
            return string(found)
        if isinstance(found, bool):
            return boolean(found)
        if isinstance(found, list):
            context.module.budget.spend_items(len(found), context.node)
            return strings(found) if self.returns.item.kind == STRING.kind else _numbers(found, self.returns)
        return number(found)


def _numbers(found: list[Any], type_: Type) -> Value:
    return Value(type_, tuple(map(number, found)))


@dataclass(frozen=True, slots=True)
class Raw:
    """A function of values as they are, which sees itself to what is unknown, null or marked in them."""

    run: Callable[[list[Value], Context], Value]
    least: int
    most: int | None = -1  # -1: as many as at least; None: any number

    def apply(self, arguments: list[Value], context: Context) -> Value:
        """The result. Raises `EvaluationError`."""
        count(arguments, self.least, self.least if self.most == -1 else self.most, context)
        try:
            return self.run(arguments, context)
        except UnsureError:
            return unknown(DYNAMIC, NO_MARKS.union(*map(deep_marks, arguments)))


Function = Plain | Raw


def count(arguments: list[Value], least: int, most: int | None, context: Context) -> None:
    """Refuse too few or too many arguments."""
    if len(arguments) < least or (most is not None and len(arguments) > most):
        wanted = str(least) if most == least else f"at least {least}" if most is None else f"{least} to {most}"
        raise EvaluationError(f"{context.node.name} takes {wanted} arguments, and there are {len(arguments)}")


def given(argument: Value, type_: Type, context: Context) -> Value:
    """An argument of the type that is wanted, and not null."""
    if argument.data is None:
        raise EvaluationError(f"an argument of {context.node.name} is null")
    try:
        return convert(argument, type_)
    except EvaluationError as error:
        raise EvaluationError(f"an argument of {context.node.name} does not fit: {error.message}") from error
