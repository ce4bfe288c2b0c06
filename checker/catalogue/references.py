"""Which packages a Rego module may refer to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_REFERENCE = re.compile(r"\bdata(?:\.([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)|\[)", re.ASCII)
_COMMENT = re.compile(r"(?m)^\s*#.*$")
_STEP = re.compile(r"[.\[]")
_IMPORT = re.compile(r"(?m)^import data\.([\w.]+?)(?: as (\w+))?$", re.ASCII)
# Texts and comments are passed over; what is called is a function.
_NAMED = re.compile(r'"(?:[^"\\\n]|\\.)*"|`[^`]*`|#[^\n]*|(?<![\w.])(\w+)\.([A-Za-z_]\w*)\b(?!\()', re.ASCII)


def paths_in(text: str) -> tuple[str, ...]:
    """What a module's text names below `data`, such as `policies.lib.grants.of_models`; "" where that is computed."""
    return tuple(sorted({match[1] or "" for match in _REFERENCE.finditer(_COMMENT.sub("", text))}))


def imported_rules(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where a module names rules of other packages by the names of its imports: from, to, and the path below `data`.

    It knows nothing of variables that hide an import; a test says that the shipped modules have none.
    """
    imports = {match[2] or match[1].rpartition(".")[2]: match[1] for match in _IMPORT.finditer(text)}
    return tuple(
        (*match.span(), f"{imports[match[1]]}.{match[2]}") for match in _NAMED.finditer(text) if match[1] in imports
    )


class References:
    """Finds the packages that paths below `data` mean, among those that there are."""

    def __init__(self, packages: Iterable[str]) -> None:
        self._packages = frozenset(packages)
        self._above = {name[: step.start()] for name in self._packages for step in _STEP.finditer(name)}

    def of(self, paths: Iterable[str]) -> list[str]:
        """For `<package>.<rule>` that package; where no whole package is named, all that are below.

        Rather one too many than too few: what is not loaded is undefined, and a policy that asks it
        would pass.
        """
        names: set[str] = set()
        for path in paths:
            steps = path.split(".")
            ends = (".".join(steps[:end]) for end in range(len(steps), 0, -1))
            names.update([name for name in ends if name in self._packages][:1])
            if not path:  # data[name]
                return sorted(self._packages)
            if path in self._above:  # import data.lib, then lib.grants; or data.lib["grants"]
                names.update(name for name in self._packages if name.startswith((f"{path}.", f"{path}[")))
        return sorted(names)


def reached(start: str, direct: Callable[[str], Iterable[str]]) -> list[str]:
    """`start`, and what can be reached from there, in the order in which it is met; `direct`: by one step."""
    met = {start: None}
    waiting = [start]
    while waiting:
        for name in direct(waiting.pop()):
            if name not in met:
                met[name] = None
                waiting.append(name)
    return list(met)
