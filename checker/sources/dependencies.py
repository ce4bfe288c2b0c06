"""Tells the providers and modules that a configuration uses, as plans have them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.hcl.tree import Literal
from checker.terraform.addresses import without_keys
from checker.terraform.configuration import full_name, required_providers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.terraform.configuration import Evaluation
    from checker.terraform.declarations import Declared


def providers(evaluation: Evaluation) -> dict[str, dict[str, Any]]:
    """The providers that modules require or configure, by the keys that a plan has for them."""
    found: dict[str, dict[str, Any]] = {}
    for module in evaluation.modules():
        prefix = f"{module.address}:" if module.address else ""
        required = required_providers(module)
        for name in dict.fromkeys([*required, *_configured(module.declared.others_of("provider"))]):
            local = name.partition(".")[0]
            entry = {"name": local, "full_name": full_name(local, required.get(local, {}).get("source"))}
            version = required.get(local, {}).get("version")
            if isinstance(version, str):
                entry["version_constraint"] = version
            if module.address:
                entry["module"] = module.address
            found[f"{prefix}{name}"] = entry
    return found


def modules(evaluation: Evaluation) -> dict[str, dict[str, str]]:
    """The modules that are called, by address without indexes, as in a plan."""
    found: dict[str, dict[str, str]] = {}
    for module in evaluation.modules():
        outer = without_keys(module.address)
        for (name, *_), declared in module.declared.of("module").items():
            texts = {"source": _text(declared, "source"), "version_constraint": _text(declared, "version")}
            address = f"{outer}.module.{name}" if outer else f"module.{name}"
            found[address] = {fact: text for fact, text in texts.items() if text is not None}
    return found


def _text(declared: Declared, name: str) -> str | None:
    attribute = declared.body.attribute(name)
    value = attribute.expression.value if attribute and isinstance(attribute.expression, Literal) else None
    return value if isinstance(value, str) else None


def _configured(blocks: Iterable[Declared]) -> list[str]:
    """What configures a provider, with its alias: databricks, databricks.dev."""
    aliases = ((each.block.labels[0], _text(each, "alias")) for each in blocks)
    return [f"{name}.{alias}" if alias else name for name, alias in aliases]
