"""Lists the modules that `.tf` files call, as plans list them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.hcl.tree import Literal
from checker.terraform.addresses import without_keys

if TYPE_CHECKING:
    from checker.terraform.configuration import Evaluation
    from checker.terraform.declarations import Declared


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
