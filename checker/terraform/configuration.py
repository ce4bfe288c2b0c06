"""Evaluates a root module: gives each of its resources, and those of the modules that it calls."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from checker.hcl.tree import Attr, Index, Literal, Name, Number, Tuple
from checker.terraform.addresses import suffix
from checker.terraform.errors import EvaluationError
from checker.terraform.module import Module
from checker.terraform.run import MOST_RESOURCES, Run
from checker.terraform.variables import Given, RootInputs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.hcl.tree import Expression
    from checker.terraform.bodies import Content
    from checker.terraform.declarations import Declared
    from checker.terraform.resource import Resource
    from checker.terraform.values import Value

_DEFAULT_HOST = "registry.terraform.io"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluated:
    """One instance of a resource or data source."""

    address: str
    module: str  # the address of its module; "": the root module
    mode: str
    type: str
    name: str
    key: str | int | None  # None: neither count nor for_each, or it is not known
    is_for_all: bool  # how many instances there are is not known: this one stands for all
    provider: str
    depends_on: tuple[str, ...]
    content: Content
    declared: Declared
    line: int
    column: int


class Evaluation:
    """A root module, evaluated when it is asked for."""

    def __init__(self, run: Run, given: Given) -> None:
        self.run = run
        self._inputs = RootInputs(run, given)
        self.root = Module(run, run.root, lambda name: self._inputs.value(self.root, name))

    def undeclared_variables(self) -> list[str]:
        """Variables that the user names and nobody declares."""
        return list(self._inputs.undeclared(self.root))

    def resources(self) -> Iterator[Evaluated]:
        """All resources; what goes wrong on the way is in the run's notes."""
        for number, each in enumerate(self._of(self.root)):
            if number == MOST_RESOURCES:
                message = f"more than {MOST_RESOURCES:,} resources: the others were not looked at"
                self.run.notes.add(message, self.run.shown)
                return
            yield each

    def modules(self) -> Iterator[Module]:
        """The root module and all below."""
        waiting = [self.root]
        while waiting:
            module = waiting.pop()
            yield module
            waiting.extend(below for call in module.calls() for below in call.modules())

    def outputs(self) -> dict[str, tuple[Value, bool]]:
        """The outputs of the root module, each with whether its author calls it sensitive."""
        declared = self.root.declared.of("output")
        return {
            labels[0]: (self.root.output(labels[0]), self.root.says(each, "sensitive"))
            for labels, each in declared.items()
        }

    def variable(self, name: str) -> Value | None:
        """A variable of the root module; None: it has none of this name."""
        return self.root.variable(name) if (name,) in self.root.declared.of("variable") else None

    def _of(self, module: Module) -> Iterator[Evaluated]:
        for resource in module.resources():
            yield from self._instances(module, resource)
        for call in module.calls():
            for below in call.modules():
                yield from self._of(below)

    def _instances(self, module: Module, resource: Resource) -> Iterator[Evaluated]:
        block = resource.declared.block
        trying = module.trying(resource.declared.file)
        for instance in resource.instances.each:
            try:
                content = resource.content(instance)
            except EvaluationError as error:  # a cycle; noted where it closes
                trying.note(error.message, error.node or block, error.hint)
                continue
            yield Evaluated(
                address=resource.address_of(instance.key),
                module=module.address,
                mode=resource.mode,
                type=resource.type,
                name=resource.name,
                key=instance.key,
                is_for_all=resource.instances.kind == "unknown" or "[*]" in module.address,
                provider=provider_of(module, resource),
                depends_on=_depends_on(module, resource),
                content=content,
                declared=resource.declared,
                line=block.line,
                column=block.column,
            )


def provider_of(module: Module, resource: Resource) -> str:
    """The full name of a resource's provider."""
    local = local_provider(resource)
    return full_name(local, required_providers(module).get(local, {}).get("source"))


def local_provider(resource: Resource) -> str:
    """What its module calls a resource's provider, without an alias."""
    written = resource.declared.body.attribute("provider")
    names = traversal(written.expression) if written else []
    return str(names[0]) if names else resource.type.partition("_")[0]


def full_name(local: str, source: Any) -> str:
    """`databricks/databricks` with the host that is meant."""
    if local == "terraform":
        return "terraform.io/builtin/terraform"
    parts = source.split("/") if isinstance(source, str) and source else ["hashicorp", local]
    parts = ["hashicorp", *parts] if len(parts) == 1 else parts
    return "/".join([_DEFAULT_HOST, *parts] if len(parts) == 2 else parts)  # noqa: PLR2004 - namespace and type


def required_providers(module: Module) -> dict[str, dict[str, Any]]:
    """Local name → source and version, as a module requires them."""
    found: dict[str, dict[str, Any]] = {}
    for declared in module.declared.others_of("terraform"):
        for block in declared.body.blocks_of("required_providers"):
            for attribute in block.body.attributes:
                found[attribute.name] = _requirement(attribute.expression)
    return found


def _requirement(node: Expression) -> dict[str, Any]:
    if isinstance(node, Literal):
        return {"version": node.value}
    items = getattr(node, "items", ())
    return {
        str(pair[0].value): pair[1].value
        for pair in items
        if isinstance(pair, tuple) and isinstance(pair[0], Literal) and isinstance(pair[1], Literal)
    }


def _depends_on(module: Module, resource: Resource) -> tuple[str, ...]:
    written = resource.declared.body.attribute("depends_on")
    if written is None or not isinstance(written.expression, Tuple):
        return ()
    prefix = f"{module.address}." if module.address else ""
    return tuple(prefix + _joined(traversal(item)) for item in written.expression.items)


def traversal(node: Expression) -> list[str | int]:
    """The names of a reference, and its literal keys; [] where it is none."""
    if isinstance(node, Name):
        return [node.name]
    if isinstance(node, Literal) and isinstance(node.value, str):
        return list(node.value.split("."))
    if isinstance(node, Attr):
        return [*traversal(node.of), node.name]
    if isinstance(node, Index) and isinstance(node.key, (Literal, Number)):
        key = node.key.value if isinstance(node.key, Literal) else int(node.key.text)
        before = traversal(node.of)
        return [*before[:-1], f"{before[-1]}{suffix(key if isinstance(key, int) else str(key))}"] if before else []
    return []


def _joined(names: list[str | int]) -> str:
    return ".".join(map(str, names))
