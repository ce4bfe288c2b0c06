"""Lists the modules that a plan says its configuration calls."""

from __future__ import annotations

from typing import Any


def calls_of(configuration: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Address without indexes → where the module comes from, and which versions of it may be taken."""
    found: dict[str, dict[str, str]] = {}
    waiting = [("", configuration.get("root_module"))]
    while waiting:
        outer, module = waiting.pop()
        for name, call in _mapping(_mapping(module).get("module_calls")).items():
            address = f"{outer}.module.{name}" if outer else f"module.{name}"
            written = _mapping(call)
            found[address] = {
                fact: written[fact] for fact in ("source", "version_constraint") if isinstance(written.get(fact), str)
            }
            waiting.append((address, written.get("module")))
    return found


def _mapping(tree: Any) -> dict[str, Any]:
    return tree if isinstance(tree, dict) else {}
