"""Whether a generated plan has the form of real ones: `python -m bench.check GENERATED REAL [REAL …]`.

Terraform cannot read its own plan JSON back, so the form is compared with plans that it wrote: the
same keys at every level, the same attributes for every resource type that both have. And a plan
must agree with itself: addresses, configuration, planned values and prior state.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Json = Any


def differences(generated: Json, real: Iterable[Json]) -> Iterator[str]:
    """Keys that no real plan has at that level, and attributes that differ from theirs."""
    plans = list(real)
    seen = {level: frozenset[str]() for level, _ in _levels(generated)}
    for plan in plans:
        for level, keys in _levels(plan):
            seen[level] = seen.get(level, frozenset()) | keys
    strange = {(level, key) for level, keys in _levels(generated) for key in keys - seen[level]}
    for level, key in sorted(strange):
        yield f"{level}: no real plan has {key!r}"
    wanted = {pair for plan in plans for pair in _attributes(plan)}
    types = {type_name for type_name, _ in wanted}
    for type_name, names in sorted(set(_attributes(generated)) - wanted):
        if type_name in types:
            yield f"{type_name}: real ones differ in {_nearest(type_name, names, wanted)}"


def contradictions(plan: Json) -> Iterator[str]:
    """Where a plan does not agree with itself."""
    changes = plan["resource_changes"]
    for address, times in Counter(change["address"] for change in changes).items():
        if times > 1:
            yield f"{address}: {times} times in resource_changes"
    leaving = {change["address"] for change in changes if change["change"]["after"] is None}
    coming = {change["address"] for change in changes if change["change"]["before"] is None}
    managed = {change["address"] for change in changes}
    planned = _values(plan["planned_values"]["root_module"])
    prior = _values(plan["prior_state"]["values"]["root_module"]) if "prior_state" in plan else {}
    yield from _unequal("planned_values", set(planned), managed - leaving)
    kept = {address for address, value in prior.items() if value["mode"] == "managed"}
    yield from _unequal("prior_state", kept, managed - coming)
    for change in changes:
        yield from _configuration_faults(plan, change)
        after, before = planned.get(change["address"]), prior.get(change["address"])
        if after is not None and after["values"] != change["change"]["after"]:
            yield f"{change['address']}: planned_values differs from change.after"
        if before is not None and before["values"] != change["change"]["before"]:
            yield f"{change['address']}: prior_state differs from change.before"


def _levels(plan: Json) -> Iterator[tuple[str, frozenset[str]]]:
    yield "plan", frozenset(plan)
    for change in (*plan.get("resource_changes", ()), *plan.get("resource_drift", ())):
        yield "resource_changes", frozenset(change)
        yield "change", frozenset(change["change"])
        yield "actions", frozenset(["/".join(change["change"]["actions"])])
        yield "action_reason", frozenset([change.get("action_reason", "")])
    for part in ("planned_values", "prior_state"):
        values = plan.get(part, {})
        values = values.get("values", values)
        yield part, frozenset(values)
        for module in _modules(values.get("root_module", {})):
            yield "module", frozenset(module)
            for resource in module.get("resources", ()):
                yield part + ".resource", frozenset(resource)
    yield "configuration", frozenset(plan["configuration"])
    for provider in plan["configuration"].get("provider_config", {}).values():
        yield "provider_config", frozenset(provider)
    for module in _configured_modules(plan["configuration"]["root_module"]):
        yield "configuration.module", frozenset(module)
        for call in module.get("module_calls", {}).values():
            yield "module_calls", frozenset(call)
        for block in module.get("resources", ()):
            yield "configuration.resource", frozenset(block)


def _attributes(plan: Json) -> Iterator[tuple[str, frozenset[str]]]:
    for change in plan.get("resource_changes", ()):
        part = change["change"]
        if part["after"] is not None:
            kind = change["type"] if change["mode"] == "managed" else f"data.{change['type']}"
            yield kind, frozenset(_paths(part["after"], part["after_unknown"]))


def _paths(values: Json, unknown: Json) -> Iterator[str]:
    """Top-level attributes: known, or unknown as a whole."""
    yield from values
    yield from (name for name, tree in unknown.items() if tree is True)


def _nearest(type_name: str, names: frozenset[str], wanted: set[tuple[str, frozenset[str]]]) -> list[str]:
    return min((sorted(names ^ other) for kind, other in wanted if kind == type_name), key=len)


def _modules(module: Json) -> Iterator[Json]:
    yield module
    for child in module.get("child_modules", ()):
        yield from _modules(child)


def _values(module: Json) -> dict[str, Json]:
    return {resource["address"]: resource for part in _modules(module) for resource in part.get("resources", ())}


def _configured_modules(module: Json) -> Iterator[Json]:
    yield module
    for call in module.get("module_calls", {}).values():
        yield from _configured_modules(call["module"])


def _unequal(where: str, found: set[str], wanted: set[str]) -> Iterator[str]:
    for address in sorted(found ^ wanted):
        yield f"{address}: {'only in' if address in found else 'missing from'} {where}"


def _configuration_faults(plan: Json, change: Json) -> Iterator[str]:
    if change.get("action_reason") == "delete_because_no_resource_config":
        return
    block = _block_of(plan, change)
    if block is None:
        yield f"{change['address']}: not in the configuration"
        return
    after = change["change"]["after"] or {}
    for name, expression in block.get("expressions", {}).items():
        is_constant = isinstance(expression, dict) and "constant_value" in expression
        if is_constant and name in after and after[name] != expression["constant_value"]:
            yield f"{change['address']}: {name} differs from the configuration"


def _block_of(plan: Json, change: Json) -> Json | None:
    module = plan["configuration"]["root_module"]
    steps = change.get("module_address", "").split(".")[1::2]
    for step in steps:
        call = module.get("module_calls", {}).get(step.partition("[")[0])
        if call is None:
            return None
        module = call["module"]
    wanted = (change["mode"], change["type"], change["name"])
    blocks = module.get("resources", ())
    return next((one for one in blocks if (one["mode"], one["type"], one["name"]) == wanted), None)


def main() -> None:
    """The command line: exit code 1 when something is found."""
    parser = argparse.ArgumentParser(prog="python -m bench.check", description=__doc__)
    parser.add_argument("generated", type=Path)
    parser.add_argument("real", type=Path, nargs="+")
    options = parser.parse_args()
    plan = json.loads(options.generated.read_text("utf-8"))
    real = [json.loads(file.read_text("utf-8")) for file in options.real]
    found = [*differences(plan, real), *contradictions(plan)]
    for line in found:
        print(line)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
