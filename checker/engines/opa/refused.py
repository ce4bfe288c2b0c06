"""Which functions no policy may call, and whether a module does.

`opa run` takes no restricted capabilities, unlike `opa eval`, `opa check` and `opa build`; so the syntax tree is
looked at that OPA itself made of a module. Searching the text would miss `http["send"](…)`.
"""

from __future__ import annotations

from typing import Any

REFUSED = {
    "http.send": "policies have no network",
    "net.lookup_ip_addr": "policies have no network",
    "opa.runtime": "policies see no environment",
}


def refused_calls(tree: Any) -> list[str]:
    """The names of such functions in a module's syntax tree, each once."""
    found: dict[str, None] = {}
    waiting = [tree]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if part.get("type") == "ref" and (name := _name(part.get("value"))) in REFUSED:
                found[name] = None
            waiting += part.values()
        elif isinstance(part, list):
            waiting += part
    return sorted(found)


def _name(steps: Any) -> str:
    if not isinstance(steps, list):
        return ""
    names = [step.get("value") for step in steps if isinstance(step, dict)]
    return ".".join(name for name in names if isinstance(name, str))
