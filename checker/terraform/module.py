"""Evaluates one instance of a module: its variables, locals, resources, calls and outputs, each when asked for."""

from __future__ import annotations

import os
import posixpath
from typing import TYPE_CHECKING, Any

from checker.hcl.tree import Literal
from checker.terraform.bodies import BodyReader, Content
from checker.terraform.constraints import ANY, Constraint, constraint_of
from checker.terraform.errors import EvaluationError, UndeclaredError
from checker.terraform.evaluation import evaluate
from checker.terraform.expansion import Instance, expand
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
from checker.terraform.schemas import schema_of
from checker.terraform.scope import Scope
from checker.terraform.trying import Trying
from checker.terraform.values import (
    ANYTHING,
    NO_MARKS,
    SENSITIVE,
    Value,
    object_value,
    tuple_value,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from checker.hcl.tree import Attribute, Expression
    from checker.terraform.declarations import Declarations, Declared
    from checker.terraform.expansion import Instances
    from checker.terraform.run import Run
    from checker.terraform.scope import Namespace

_BLOCKS = {"managed": "resource", "data": "data", "ephemeral": "ephemeral"}
_OF_CALLS = frozenset({"source", "version", "providers", "count", "for_each", "depends_on"})
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


class Module:
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
        self.run = run
        self.folder = folder
        self.address = address  # "": the root module
        self.parent = parent  # None: the root module
        self.declared: Declarations = run.declarations(folder)
        self.budget = run.budget
        self.root_folder = run.root
        self.scope = Scope(self)
        self._inputs = inputs  # a variable's value as it is given; None: it is not
        self._kept: dict[str, Any] = {}
        self._namespaces = {name: make(self) for name, make in _NAMESPACES.items()}

    @property
    def relative_folder(self) -> str:
        """Where it lies, from the root module."""
        return posixpath.normpath(os.path.relpath(self.folder.resolve(), self.run.root.resolve()).replace("\\", "/"))

    def name(self, name: str) -> Namespace:
        """What references that begin so go into."""
        if name in _ONLY_IN:
            raise EvaluationError(_ONLY_IN[name])
        return self._namespaces.get(name) or ResourceType(self, "managed", name)

    def trying(self, file: str) -> Trying:
        """What evaluates the expressions of one of its files."""
        return Trying(self.run.notes, file)

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

    def call(self, name: str) -> Call:
        """A module call that is declared."""
        key = f"module.{name}"
        if key not in self._kept:
            self._kept[key] = Call(self, name, self.declared.of("module")[name,])
        found: Call = self._kept[key]
        return found

    def resources(self) -> Iterator[Resource]:
        """Its managed resources and data sources."""
        for mode in ("managed", "data"):
            for type_, name in self.declared.of(_BLOCKS[mode]):
                yield self.resource(mode, type_, name)

    def calls(self) -> Iterator[Call]:
        """Its module calls."""
        return (self.call(name) for (name,) in self.declared.of("module"))

    def once(self, name: str, make: Callable[[], Any]) -> Any:
        """What `make` returns, made once; a cycle is an `EvaluationError`."""
        shown = f"{self.address}.{name}" if self.address else name
        return self.run.once(shown, self._kept, f"\0{name}", make)

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


class Resource:
    """A resource or data source, before its instances are told apart."""

    def __init__(self, module: Module, mode: str, type_: str, name: str, declared: Declared) -> None:
        self.module, self.mode, self.type, self.name, self.declared = module, mode, type_, name, declared
        prefix = "data." if mode == "data" else "ephemeral." if mode == "ephemeral" else ""
        self.local_address = f"{prefix}{type_}.{name}"
        self._trying = module.trying(declared.file)

    @property
    def instances(self) -> Instances:
        """Its instances."""
        found: Instances = self.module.once(
            f"{self.local_address} (its instances)",
            lambda: expand(self.declared.body, self.module.scope, self._trying),
        )
        return found

    def address_of(self, key: str | int | None) -> str:
        """The address of an instance, as Terraform writes it; [*] where it is not known which there are."""
        base = f"{self.module.address}.{self.local_address}" if self.module.address else self.local_address
        return base + (suffix(key) if self.instances.kind != "unknown" else "[*]")

    def content(self, instance: Instance) -> Content:
        """What the configuration says of an instance."""
        name = f"{self.local_address}{suffix(instance.key)}"
        found: Content = self.module.once(name, lambda: self._content(instance))
        return found

    def value(self) -> Value:
        """All instances, as references see them."""
        kind, each = self.instances.kind, self.instances.each
        if kind == "single":
            return self._value(each[0])
        if kind == "count":
            return tuple_value(self._value(instance) for instance in each)
        if kind == "for_each":
            return object_value({str(instance.key): self._value(instance) for instance in each})
        return unknown(marks=frozenset({self.address_of(None)}))

    def value_of(self, key: object) -> Value | None:
        """One instance; None: there is none of this key."""
        return next((self._value(instance) for instance in self.instances.each if _same(instance.key, key)), None)

    def _value(self, instance: Instance) -> Value:
        marks = frozenset({self.address_of(instance.key)})
        if self.mode == "ephemeral":
            return unknown(marks=marks | _SENSITIVE)
        schema = schema_of(self.type) if self.mode == "managed" else None
        return self.content(instance).value(schema, marks)

    def _content(self, instance: Instance) -> Content:
        scope = self.module.scope.with_names(**instance.names) if instance.names else self.module.scope
        schema = schema_of(self.type) if self.mode == "managed" else None
        block = self.declared.block
        return BodyReader(self._trying).content(block.body, scope, schema, (block.line, block.column))


class Call:
    """A module call, before its instances are told apart."""

    def __init__(self, module: Module, name: str, declared: Declared) -> None:
        self.module, self.name, self.declared = module, name, declared
        self._trying = module.trying(declared.file)
        self._modules: dict[str | int | None, Module] = {}
        self.folder = self._found()

    @property
    def instances(self) -> Instances:
        """Its instances."""
        found: Instances = self.module.once(
            f"module.{self.name} (its instances)",
            lambda: expand(self.declared.body, self.module.scope, self._trying),
        )
        return found

    def holds(self, key: object) -> bool:
        """Whether there is an instance of this key."""
        return any(_same(instance.key, key) for instance in self.instances.each)

    def output(self, key: str | int | None, name: str) -> Value:
        """An output of one instance."""
        module = self.instance(key)
        return ANYTHING if module is None else module.output(name)

    def outputs(self, key: str | int | None) -> Value:
        """All outputs of one instance."""
        module = self.instance(key)
        return ANYTHING if module is None else module.outputs()

    def modules(self) -> Iterator[Module]:
        """Its instances that can be looked at."""
        found = (self.instance(instance.key) for instance in self.instances.each)
        return (module for module in found if module is not None)

    def instance(self, key: str | int | None) -> Module | None:
        """One instance; None: its module is not at hand."""
        if self.folder is None:
            return None
        if key not in self._modules:
            instance = next(each for each in self.instances.each if _same(each.key, key))
            base = f"{self.module.address}.module.{self.name}" if self.module.address else f"module.{self.name}"
            address = base + (suffix(instance.key) if self.instances.kind != "unknown" else "[*]")
            scope = self.module.scope.with_names(**instance.names) if instance.names else self.module.scope
            given = {each.name: each for each in self.declared.body.attributes if each.name not in _OF_CALLS}
            self._modules[key] = Module(
                self.module.run,
                self.folder,
                lambda name: self._input(given.get(name), scope),
                address=address,
                parent=self.module,
            )
        return self._modules[key]

    def _input(self, attribute: Attribute | None, scope: Scope) -> Value | None:
        return None if attribute is None else self._trying.evaluate(attribute.expression, scope)

    def _found(self) -> Path | None:
        source = self.declared.body.attribute("source")
        text = _literal(source.expression) if source else None
        run = self.module.run
        if text is None:
            self._trying.note(f"module.{self.name} has no source that is plain text", source or self.declared.block)
            return None
        if text.startswith(("./", "../")):
            return self._local(self.module.folder / text, source)
        folder = run.installed(self._chain())
        if folder is None or not folder.is_dir():
            message = f"module.{self.name} comes from elsewhere: its resources were not looked at"
            run.remarks.add(
                message, self.declared.file, self.declared.block, "terraform init -backend=false fetches it"
            )
            return None
        return folder

    def _local(self, folder: Path, source: Any) -> Path | None:
        if not folder.is_dir():
            self._trying.note(f"the folder of module.{self.name} is not there", source)
            return None
        self.module.run.called.add(folder.resolve())
        around = self.module.run.file(folder)
        if self._is_around(folder.resolve()):
            self._trying.note(f"a cycle: module.{self.name} calls the module around it, {around}", source)
            return None
        return folder

    def _is_around(self, folder: Path) -> bool:
        module: Module | None = self.module
        while module is not None:
            if module.folder.resolve() == folder:
                return True
            module = module.parent
        return False

    def _chain(self) -> str:
        steps = [step.partition("[")[0] for step in self.module.address.split("module.") if step]
        return ".".join([step.strip(".") for step in steps] + [self.name])


def suffix(key: str | int | None) -> str:
    """How an address writes the key of an instance."""
    if key is None:
        return ""
    if isinstance(key, int):
        return f"[{key}]"
    escaped = (
        key.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    )
    return f'["{escaped.replace("${", "$${").replace("%{", "%%{")}"]'


def _same(key: object, other: object) -> bool:
    return key == other or (isinstance(key, str) != isinstance(other, str) and str(key) == str(other))


def _literal(node: Expression) -> str | None:
    return node.value if isinstance(node, Literal) and isinstance(node.value, str) else None
