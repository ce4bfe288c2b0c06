"""Evaluates what a configuration demands of itself: validations, preconditions, postconditions, check blocks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from checker.terraform.addresses import without_keys
from checker.terraform.conversions import convert
from checker.terraform.errors import EvaluationError, UndeclaredError
from checker.terraform.evaluation import evaluate
from checker.terraform.types import BOOL
from checker.terraform.values import ANYTHING, SENSITIVE, Value, deep_marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.hcl.tree import Block, Body, Node
    from checker.terraform.declarations import Declared
    from checker.terraform.expansion import Instance
    from checker.terraform.module import Module
    from checker.terraform.resource import Resource
    from checker.terraform.scope import Scope

_WORST = ("error", "fail", "unknown", "pass")  # of several answers, the one further left counts


@dataclass(frozen=True, slots=True)
class Failure:
    """A condition that does not hold, for which Terraform makes no plan."""

    message: str
    file: str
    node: Node


@dataclass(slots=True)
class Checked:
    """What came of all conditions of one declaration, as plans have it under `checks`."""

    address: str  # without keys of instances
    kind: str  # Terraform's word: var, resource, output_value, check
    status: str = "pass"
    messages: list[str] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)  # none of a check block, which only warns

    def note(self, status: str) -> None:
        """Note the answer of one condition."""
        self.status = min(self.status, status, key=_WORST.index)


def conditions(modules: Iterable[Module]) -> list[Checked]:
    """All that have any; what cannot be evaluated is in the notes of the run."""
    found: dict[str, Checked] = {}
    for module in modules:
        _Conditions(module, found).judge()
    return [found[address] for address in sorted(found)]


@dataclass(frozen=True, slots=True)
class _Conditions:
    """Those of one instance of a module."""

    module: Module
    found: dict[str, Checked]

    def judge(self) -> None:
        """Add what comes of each to `found`."""
        self._variables()
        self._resources()
        self._outputs()
        self._checks()

    def _variables(self) -> None:
        for (name,), declared in self.module.declared.of("variable").items():
            for block in declared.body.blocks_of("validation"):
                self._judge(self._of(f"var.{name}", "var"), declared, block, self.module.scope)

    def _resources(self) -> None:
        for resource in self.module.resources():
            blocks = [inner for each in resource.declared.body.blocks_of("lifecycle") for inner in each.body.blocks]
            for block in blocks:
                for instance in resource.instances.each:
                    checked = self._of(resource.local_address, "resource")
                    names = {**instance.names}
                    if block.type == "postcondition":
                        names["self"] = self._itself(resource, instance)
                    self._judge(checked, resource.declared, block, self.module.scope.with_names(**names))

    def _itself(self, resource: Resource, instance: Instance) -> Value:
        """A resource as it is after apply, as far as its configuration tells."""
        try:
            return resource.value_of(instance.key) or ANYTHING
        except EvaluationError:  # a cycle, which is noted with the resource
            return ANYTHING

    def _outputs(self) -> None:
        for (name,), declared in self.module.declared.of("output").items():
            for block in declared.body.blocks_of("precondition"):
                self._judge(self._of(f"output.{name}", "output_value"), declared, block, self.module.scope)

    def _checks(self) -> None:
        """Of what a data source in a check block answers nothing is known."""
        for (name,), declared in self.module.declared.of("check").items():
            checked = self._of(f"check.{name}", "check")
            for block in declared.body.blocks_of("assert"):
                if declared.body.blocks_of("data"):
                    checked.note("unknown")
                else:
                    self._judge(checked, declared, block, self.module.scope)
            checked.failures.clear()

    def _of(self, address: str, kind: str) -> Checked:
        module = without_keys(self.module.address)
        whole = f"{module}.{address}" if module else address
        return self.found.setdefault(whole, Checked(whole, kind))

    def _judge(self, checked: Checked, declared: Declared, block: Block, scope: Scope) -> None:
        written = block.body.attribute("condition")
        if written is None:
            self.module.trying(declared.file).note(f"a {block.type} has a condition", block)
            return
        try:
            value = convert(evaluate(written.expression, scope), BOOL)
        except UndeclaredError as error:
            self.module.trying(declared.file).note(error.message, error.node or written.expression, error.hint)
            checked.note("error")
            return
        except EvaluationError as error:
            checked.note("error")
            checked.failures.append(Failure(error.message, declared.file, error.node or written.expression))
            return
        if not value.is_known:
            checked.note("unknown")
        elif value.data is not True:
            checked.note("fail")
            message = self._message(block.body, scope)
            checked.messages += [message] if message else []
            shown = f"a condition of {checked.address} does not hold"
            failure = Failure(f"{shown}: {message}" if message else shown, declared.file, written.expression)
            checked.failures.append(failure)

    def _message(self, body: Body, scope: Scope) -> str:
        """What its author says of it; "" where that is not known, or is not to be shown."""
        written = body.attribute("error_message")
        try:
            value = evaluate(written.expression, scope) if written else None
        except EvaluationError:
            return ""
        if value is None or not isinstance(value.data, str) or SENSITIVE in deep_marks(value):
            return ""
        return " ".join(value.data.split())
