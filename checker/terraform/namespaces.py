"""What `var`, `local`, `path`, `terraform`, `data`, a resource type and `module` mean in a module."""

# ruff: noqa: D102 - the methods are those of Namespace, and described there

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Protocol

from checker.terraform.access import attribute, element
from checker.terraform.errors import EvaluationError, UndeclaredError
from checker.terraform.types import STRING
from checker.terraform.values import ANYTHING, Value, object_value, string, tuple_value, unknown

if TYPE_CHECKING:
    from checker.terraform.call import Call
    from checker.terraform.declarations import Declarations
    from checker.terraform.resource import Resource
    from checker.terraform.run import Run
    from checker.terraform.scope import Namespace


class Names(Protocol):
    """A module, as what is named in it sees it."""

    run: Run
    declared: Declarations

    @property
    def relative_folder(self) -> str: ...

    def variable(self, name: str) -> Value: ...

    def local(self, name: str) -> Value: ...

    def resource(self, mode: str, type_: str, name: str) -> Resource: ...

    def call(self, name: str) -> Call[Any]: ...


@dataclass(frozen=True, slots=True)
class _Base:
    module: Names

    def attribute(self, name: str) -> Value | Namespace:
        return attribute(self.value(), name)

    def index(self, key: Value) -> Value | Namespace:
        name = key.data if isinstance(key.data, str) else None
        return self.attribute(name) if name else element(self.value(), key)

    def value(self) -> Value:
        raise UndeclaredError("this names no value by itself")


class Variables(_Base):
    """`var`."""

    __slots__ = ()

    def attribute(self, name: str) -> Value:
        return self.module.variable(name)


class Locals(_Base):
    """`local`."""

    __slots__ = ()

    def attribute(self, name: str) -> Value:
        return self.module.local(name)

    def value(self) -> Value:
        return object_value({name: self.module.local(name) for name in self.module.declared.locals})


class Paths(_Base):
    """`path`."""

    __slots__ = ()

    def attribute(self, name: str) -> Value:
        if name == "cwd":
            return unknown(STRING)  # differs between machines
        if name == "root":
            return string(".")
        if name == "module":
            return string(self.module.relative_folder)
        raise EvaluationError(f"there is no path.{name}: module, root, cwd")


class Terraform(_Base):
    """`terraform`."""

    __slots__ = ()

    def attribute(self, name: str) -> Value:
        if name == "workspace":
            return self.module.run.workspace_value
        if name == "applying":
            return ANYTHING
        raise EvaluationError(f"there is no terraform.{name}")


@dataclass(frozen=True, slots=True)
class ResourceType(_Base):
    """The resources of a type, or of data sources `data.type`."""

    mode: str
    type: str

    def attribute(self, name: str) -> Namespace | Value:
        labels = (self.type, name)
        if labels in self.module.declared.of(_BLOCKS[self.mode]):
            return Resources(self.module, self.mode, self.type, name)
        return self._missing(name)

    def _missing(self, name: str) -> Value:
        if not self.module.declared.is_whole:
            return ANYTHING
        prefix = "data." if self.mode == "data" else ""
        names = [labels[1] for labels in self.module.declared.of(_BLOCKS[self.mode]) if labels[0] == self.type]
        nearest = get_close_matches(name, names, 1)
        hint = f"did you mean {prefix}{self.type}.{nearest[0]}?" if nearest else ""
        raise UndeclaredError(f"{prefix}{self.type}.{name} is declared nowhere in this module", None, hint)


_BLOCKS = {"managed": "resource", "data": "data", "ephemeral": "ephemeral"}


class DataTypes(_Base):
    """`data`."""

    __slots__ = ()

    def attribute(self, name: str) -> Namespace:
        return ResourceType(self.module, "data", name)


class EphemeralTypes(_Base):
    """`ephemeral`."""

    __slots__ = ()

    def attribute(self, name: str) -> Namespace:
        return ResourceType(self.module, "ephemeral", name)


@dataclass(frozen=True, slots=True)
class Resources(_Base):
    """One resource with all of its instances; only those are evaluated that are asked for."""

    mode: str
    type: str
    name: str

    def index(self, key: Value) -> Value:
        resource = self.module.resource(self.mode, self.type, self.name)
        if key.is_known and resource.instances.kind != "single":
            found = resource.value_of(key.data)
            if found is not None:
                return found.marked(key.marks)
        return element(self.value(), key)

    def value(self) -> Value:
        return self.module.resource(self.mode, self.type, self.name).value()


class Calls(_Base):
    """`module`."""

    __slots__ = ()

    def attribute(self, name: str) -> Namespace:
        if (name,) not in self.module.declared.of("module"):
            nearest = get_close_matches(name, [labels[0] for labels in self.module.declared.of("module")], 1)
            hint = f"did you mean module.{nearest[0]}?" if nearest else ""
            raise UndeclaredError(f"module.{name} is called nowhere in this module", None, hint)
        return CallInstances(self.module, name)


@dataclass(frozen=True, slots=True)
class CallInstances(_Base):
    """One module call with all of its instances."""

    name: str

    def attribute(self, name: str) -> Value:
        call = self.module.call(self.name)
        if call.instances.kind == "single":
            return call.output(None, name)
        return attribute(self.value(), name)

    def index(self, key: Value) -> Value | Namespace:
        call = self.module.call(self.name)
        if key.is_known and call.instances.kind in ("count", "for_each") and call.holds(key.data):
            return CallInstance(self.module, self.name, key.data)
        return element(self.value(), key)

    def value(self) -> Value:
        call = self.module.call(self.name)
        kind = call.instances.kind
        if kind == "single":
            return call.outputs(None)
        if kind == "count":
            return tuple_value(call.outputs(each.key) for each in call.instances.each)
        if kind == "for_each":
            return object_value({str(each.key): call.outputs(each.key) for each in call.instances.each})
        return ANYTHING


@dataclass(frozen=True, slots=True)
class CallInstance(_Base):
    """One instance of a module call."""

    name: str
    key: str | int

    def attribute(self, name: str) -> Value:
        return self.module.call(self.name).output(self.key, name)

    def value(self) -> Value:
        return self.module.call(self.name).outputs(self.key)
