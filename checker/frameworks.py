"""Which compliance frameworks policies name controls of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Framework(Struct, frozen=True, kw_only=True):
    """One framework; its controls stand in `schemas/frameworks/<name>.json`."""

    name: str  # as METADATA and --framework have it
    title: str
    is_reviewed: bool = False  # whoever knows the framework said which controls its ids answer for


FRAMEWORKS = {
    each.name: each
    for each in (
        Framework(name="sat", title="SAT (Databricks Security Analysis Tool)", is_reviewed=True),
        Framework(name="dasf", title="DASF (Databricks AI Security Framework)", is_reviewed=True),
        Framework(name="nist-800-53", title="NIST SP 800-53"),
        Framework(name="cis-controls", title="CIS Controls"),
        Framework(name="cis-azure", title="CIS Azure"),
        Framework(name="iso-27001", title="ISO/IEC 27001"),
        Framework(name="soc2", title="SOC 2"),
    )
}
AWAITS_REVIEW = "All ids but those of SAT and DASF were assigned from the controls' titles and await review."


def awaiting_review(names: Iterable[str]) -> tuple[str, ...]:
    """Those of these frameworks whose ids nobody who knows the framework has looked at."""
    return tuple(name for name in names if awaits_review(name))


def awaits_review(name: str) -> bool:
    """Whether nobody who knows this framework has looked at its ids; tfcheck says so of those that it lists."""
    return name in FRAMEWORKS and not FRAMEWORKS[name].is_reviewed


def controls_in_words(controls: Mapping[str, Iterable[str]]) -> str:
    """One after the other, those whose framework awaits review marked: `sat DP-1; soc2 CC6.1 (awaits review)`."""
    return "; ".join(
        f"{name} {each}{' (awaits review)' if awaits_review(name) else ''}"
        for name, ids in controls.items()
        for each in ids
    )
