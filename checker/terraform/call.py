"""Evaluates a module call with each of its instances."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from checker.hcl.tree import Literal
from checker.terraform.addresses import same_key, suffix
from checker.terraform.expansion import expand
from checker.terraform.values import ANYTHING, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from checker.hcl.tree import Attribute, Expression
    from checker.terraform.declarations import Declared
    from checker.terraform.expansion import Instances
    from checker.terraform.frame import Frame
    from checker.terraform.scope import Scope

_OF_CALLS = frozenset({"source", "version", "providers", "count", "for_each", "depends_on"})


class Called(Protocol):
    """An instance of the module that is called."""

    def output(self, name: str) -> Value:
        """The value of an output."""

    def outputs(self) -> Value:
        """All outputs as one object."""


M = TypeVar("M", bound=Called)


class Call(Generic[M]):
    """A module call, before its instances are told apart; `make` makes one of them, of folder, address and inputs."""

    def __init__(
        self,
        module: Frame,
        name: str,
        declared: Declared,
        make: Callable[[Path, str, Callable[[str], Value | None]], M],
    ) -> None:
        self.module, self.name, self.declared, self._make = module, name, declared, make
        self._trying = module.trying(declared.file)
        self._modules: dict[str | int | None, M] = {}
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
        return any(same_key(instance.key, key) for instance in self.instances.each)

    def output(self, key: str | int | None, name: str) -> Value:
        """An output of one instance."""
        module = self.instance(key)
        return ANYTHING if module is None else module.output(name)

    def outputs(self, key: str | int | None) -> Value:
        """All outputs of one instance."""
        module = self.instance(key)
        return ANYTHING if module is None else module.outputs()

    def modules(self) -> Iterator[M]:
        """Its instances that can be looked at."""
        found = (self.instance(instance.key) for instance in self.instances.each)
        return (module for module in found if module is not None)

    def instance(self, key: str | int | None) -> M | None:
        """One instance; None: its module is not at hand."""
        if self.folder is None:
            return None
        if key not in self._modules:
            instance = next(each for each in self.instances.each if same_key(each.key, key))
            base = f"{self.module.address}.module.{self.name}" if self.module.address else f"module.{self.name}"
            address = base + (suffix(instance.key) if self.instances.kind != "unknown" else "[*]")
            scope = self.module.scope.with_names(**instance.names) if instance.names else self.module.scope
            given = {each.name: each for each in self.declared.body.attributes if each.name not in _OF_CALLS}
            self._modules[key] = self._make(self.folder, address, lambda name: self._input(given.get(name), scope))
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
        module: Frame | None = self.module
        while module is not None:
            if module.folder.resolve() == folder:
                return True
            module = module.parent
        return False

    def _chain(self) -> str:
        steps = [step.partition("[")[0] for step in self.module.address.split("module.") if step]
        return ".".join([step.strip(".") for step in steps] + [self.name])


def _literal(node: Expression) -> str | None:
    return node.value if isinstance(node, Literal) and isinstance(node.value, str) else None
