"""Evaluates one instance of a module: its variables, locals, resources, calls and outputs, each when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.terraform.call import Call
from checker.terraform.constraints import ANY, Constraint, constraint_of
from checker.terraform.errors import EvaluationError, UndeclaredError
from checker.terraform.evaluation import evaluate
from checker.terraform.frame import Frame
from checker.terraform.namespaces import (
    Calls,
    DataTypes,
    EphemeralTypes,
    Locals,
    Paths,
    ResourceType,
    Terraform,
    Variables,
)
from checker.terraform.resource import Resource
from checker.terraform.values import (
    ANYTHING,
    NO_MARKS,
    SENSITIVE,
    Value,
    object_value,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from checker.terraform.declarations import Declared
    from checker.terraform.run import Run
    from checker.terraform.scope import Namespace
    from checker.terraform.trying import Trying

_BLOCKS = {"managed": "resource", "data": "data", "ephemeral": "ephemeral"}
_NAMESPACES: dict[str, Callable[[Module], Namespace]] = {
    "var": Variables,
    "local": Locals,
    "path": Paths,
    "terraform": Terraform,
    "module": Calls,
    "data": DataTypes,
    "ephemeral": EphemeralTypes,
}
_ONLY_IN = {
    "each": "each is only there with for_each",
    "count": "count is only there with count",
    "self": "self is only there in provisioners and postconditions",
}
_SENSITIVE = frozenset({SENSITIVE})


class Module(Frame):
    """An instance of a module; the root module is one too."""

    def __init__(
        self,
        run: Run,
        folder: Path,
        inputs: Callable[[str], Value | None],
        *,
        address: str = "",
        parent: Module | None = None,
    ) -> None:
        super().__init__(run, folder, address, parent)
        self._inputs = inputs  # a variable's value as it is given; None: it is not
        self._namespaces = {name: make(self) for name, make in _NAMESPACES.items()}

    def name(self, name: str) -> Namespace:
        """What references that begin so go into."""
        if name in _ONLY_IN:
            raise EvaluationError(_ONLY_IN[name])
        return self._namespaces.get(name) or ResourceType(self, "managed", name)

    def variable(self, name: str) -> Value:
        """`var.name`."""
        declared = self.declared.of("variable").get((name,))
        if declared is None:
            if not self.declared.is_whole:
                return ANYTHING
            raise UndeclaredError(f"var.{name} is declared nowhere in this module")
        return self._once(f"var.{name}", lambda: self._variable(name, declared))

    def local(self, name: str) -> Value:
        """`local.name`."""
        if name not in self.declared.locals:
            if not self.declared.is_whole:
                return ANYTHING
            raise UndeclaredError(f"local.{name} is declared nowhere in this module")
        file, attribute = self.declared.locals[name]
        return self._once(f"local.{name}", lambda: self.trying(file).evaluate(attribute.expression, self.scope))

    def output(self, name: str) -> Value:
        """The value of an output."""
        declared = self.declared.of("output").get((name,))
        if declared is None:
            if not self.declared.is_whole:
                return ANYTHING
            raise UndeclaredError(f"the module has no output {name}")
        return self._once(f"output.{name}", lambda: self._output(declared))

    def outputs(self) -> Value:
        """All outputs as one object."""
        return object_value({labels[0]: self.output(labels[0]) for labels in self.declared.of("output")})

    def resource(self, mode: str, type_: str, name: str) -> Resource:
        """A resource that is declared."""
        key = f"{mode}.{type_}.{name}"
        if key not in self._kept:
            self._kept[key] = Resource(self, mode, type_, name, self.declared.of(_BLOCKS[mode])[type_, name])
        found: Resource = self._kept[key]
        return found

    def call(self, name: str) -> Call[Module]:
        """A module call that is declared."""
        key = f"module.{name}"
        if key not in self._kept:
            self._kept[key] = Call(self, name, self.declared.of("module")[name,], self._below)
        found: Call[Module] = self._kept[key]
        return found

    def resources(self) -> Iterator[Resource]:
        """Its managed resources and data sources."""
        for mode in ("managed", "data"):
            for type_, name in self.declared.of(_BLOCKS[mode]):
                yield self.resource(mode, type_, name)

    def calls(self) -> Iterator[Call[Module]]:
        """Its module calls."""
        return (self.call(name) for (name,) in self.declared.of("module"))

    def _below(self, folder: Path, address: str, inputs: Callable[[str], Value | None]) -> Module:
        return Module(self.run, folder, inputs, address=address, parent=self)

    def _once(self, name: str, make: Callable[[], Value]) -> Value:
        found: Value = self.once(name, make)
        return found

    def _variable(self, name: str, declared: Declared) -> Value:
        trying, body = self.trying(declared.file), declared.body
        constraint = self._constraint(declared, trying)
        marks = _SENSITIVE if self.says(declared, "sensitive") or self.says(declared, "ephemeral") else NO_MARKS
        default = body.attribute("default")
        given = self._inputs(name)
        if given is not None and (given.data is not None or default is None or not self._is_nullable(declared)):
            if given.data is not None or default is None:
                return self._converted(constraint, given, trying, declared, declared.block).marked(marks)
        elif given is not None:
            return Value(constraint.type, None, given.marks | marks)
        if default is None:
            return unknown(constraint.type, marks)
        value = trying.evaluate(default.expression, self.scope)
        return self._converted(constraint, value, trying, declared, default).marked(marks)

    def _converted(self, constraint: Constraint, value: Value, trying: Trying, declared: Declared, node: Any) -> Value:
        name = declared.block.labels[0]
        try:
            return constraint.apply(value)
        except EvaluationError as error:
            trying.note(f"the value of var.{name} does not fit its type: {error.message}", node, error.hint)
            return unknown(constraint.type, value.marks)

    def _constraint(self, declared: Declared, trying: Trying) -> Constraint:
        written = declared.body.attribute("type")
        if written is None:
            return ANY
        try:
            return constraint_of(written.expression, lambda node: evaluate(node, self.scope))
        except EvaluationError as error:
            trying.note(error.message, error.node or written, error.hint)
            return ANY

    def says(self, declared: Declared, name: str) -> bool:
        """Whether a switch of a declaration is on."""
        attribute = declared.body.attribute(name)
        return attribute is not None and getattr(attribute.expression, "value", None) is True

    def _is_nullable(self, declared: Declared) -> bool:
        attribute = declared.body.attribute("nullable")
        return attribute is None or getattr(attribute.expression, "value", None) is not False

    def _output(self, declared: Declared) -> Value:
        written = declared.body.attribute("value")
        if written is None:
            return ANYTHING
        value = self.trying(declared.file).evaluate(written.expression, self.scope)
        return value.marked(_SENSITIVE) if self.says(declared, "sensitive") else value
