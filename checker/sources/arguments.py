"""Tells how the arguments of a provider or backend are written, and never what a text among them says.

Each is "literal" or "expression", a truth is itself; what is null or empty is not written. Texts may be
secret, and what policies ask is whether somebody wrote one into the code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

How = Literal["literal", "expression"] | bool

_TRUTHS = {"true": True, "false": False}  # Terraform takes such a text for the truth


def of_plan(expressions: Mapping[str, Any]) -> dict[str, How]:
    """Those of a provider as the `configuration` of a plan has them; blocks inside of it have none."""
    found = {name: _planned(written) for name, written in expressions.items() if isinstance(written, dict)}
    return {name: how for name, how in found.items() if how is not None}


def of_constant(value: Any) -> How | None:
    """How a value stands there that refers to nothing; None: it is not written."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return value
    return _TRUTHS.get(value, "literal") if isinstance(value, str) else "literal"


def _planned(written: dict[str, Any]) -> How | None:
    return of_constant(written["constant_value"]) if "constant_value" in written else "expression"
