"""Takes the keys of states and plans of the direct engine apart."""

from __future__ import annotations

from msgspec import Struct

from checker.sources.bundles.kinds import address_of, kind_of

_PARTS = frozenset({"permissions", "grants"})


class Key(Struct, frozen=True, kw_only=True):
    """`resources.jobs.train.permissions` in its parts."""

    kind: str
    name: str
    part: str = ""  # permissions, grants; "": the resource itself

    @property
    def address(self) -> str:
        """Terraform's address of what the key names."""
        if not self.part:
            return address_of(self.kind, self.name)
        type_ = "databricks_grants" if self.part == "grants" else "databricks_permissions"
        return f"{type_}.{kind_of(self.kind).prefix}{self.name}"


def key_of(text: str) -> Key | None:
    """The parts of a key; None where it is none of those that are known."""
    steps = text.split(".")
    if len(steps) not in (3, 4) or steps[0] != "resources" or not all(steps):
        return None
    part = steps[3] if len(steps) > 3 else ""  # noqa: PLR2004 - resources.<kind>.<name>.<part>
    if part and part not in _PARTS:
        return None
    return Key(kind=steps[1], name=steps[2], part=part)
