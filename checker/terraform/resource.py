"""Evaluates a resource or data source with each of its instances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.terraform.addresses import same_key, suffix
from checker.terraform.bodies import BodyReader, Content
from checker.terraform.expansion import Instance, expand
from checker.terraform.schemas import schema_of
from checker.terraform.values import SENSITIVE, Value, object_value, tuple_value, unknown

if TYPE_CHECKING:
    from checker.terraform.declarations import Declared
    from checker.terraform.expansion import Instances
    from checker.terraform.frame import Frame

_SENSITIVE = frozenset({SENSITIVE})


class Resource:
    """A resource or data source, before its instances are told apart."""

    def __init__(self, module: Frame, mode: str, type_: str, name: str, declared: Declared) -> None:
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
        return next((self._value(instance) for instance in self.instances.each if same_key(instance.key, key)), None)

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
