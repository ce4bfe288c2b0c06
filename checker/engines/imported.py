"""Names rules of other packages by rules of a module's own.

Where a module names one rule of a package that it imports, regorus 0.13 evaluates all rules of that package. By
its full path it evaluates that rule alone, but is slow to find it each time; so each is looked up once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_MARK = "tfcheck_imported_"


def with_own_rules(text: str, imported: Sequence[tuple[int, int, str]]) -> str:
    """A module's text with such names in place of those at `imported`, which are as of `Program`; lines stay."""
    parts: list[str] = []
    rules: dict[str, str] = {}
    position = 0
    for start, end, path in imported:
        name = _MARK + path.replace(".", "_")
        rules[name] = f"{name} := data.{path}\n"
        parts += (text[position:start], name)
        position = end
    return "".join((*parts, text[position:], "\n", *rules.values())) if rules else text
