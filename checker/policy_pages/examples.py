"""Which examples there are of a policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pathlib import Path

_BEFORE = ".before.tf"  # what was applied before the example, to show a change
_TEST_LINE = "#:"  # says how the example's plan is made


class Example(Struct, frozen=True, kw_only=True):
    """A configuration in Terraform's language, and what the policy says of it."""

    is_good: bool
    text: str


def examples_of(policy: str, folder: Path) -> tuple[Example, ...]:
    """At most one that fails and one that passes: the first of each by name; policies of users have none here.

    An example is a file, or a folder of a configuration.
    """
    found = []
    for kind in ("bad", "good"):
        written = (*(folder / policy).glob(f"{kind}-*.tf"), *(folder / policy).glob(f"{kind}-*/main.tf"))
        files = sorted(path for path in written if not path.name.endswith(_BEFORE))
        if files:
            found.append(Example(is_good=kind == "good", text=_shown(files[0].read_text(encoding="utf-8"))))
    return tuple(found)


def _shown(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if not line.startswith(_TEST_LINE)).strip()
