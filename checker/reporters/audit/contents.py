"""What an audit report is made of: plain texts and numbers, in the order in which they are read."""

from __future__ import annotations

from msgspec import Struct


class Fact(Struct, frozen=True, kw_only=True):
    """Something about the whole, such as the engine and its version."""

    name: str
    value: str
    is_code: bool = False


class Tile(Struct, frozen=True, kw_only=True):
    """A number at a glance."""

    number: int
    label: str
    kind: str  # the colour: a severity, or a status in lower case; "": none
    target: str = ""  # the section that lists them; "": none


class Verdict(Struct, frozen=True, kw_only=True):
    """What it all comes to."""

    kind: str  # failed, incomplete, undecided, passed, idle
    title: str
    headline: str
    trouble: str  # why the check is not complete; "" if it is


class Scope(Struct, frozen=True, kw_only=True):
    """One file that was checked; "" is: not known."""

    file: str
    kind: str
    terraform: str
    format: str
    target: str
    serial: str
    lineage: str
    resources: int
    types: int


class Chart(Struct, frozen=True, kw_only=True):
    """A chart, and the same as a table."""

    title: str
    note: str
    legend: tuple[tuple[str, str], ...]  # name and the name of its colour
    svg: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Trouble(Struct, frozen=True, kw_only=True):
    """Something that could not be looked at, or was left out."""

    what: str  # the policy, or the stage
    message: str
    hint: str
    place: str


class Described(Struct, frozen=True, kw_only=True):
    """A policy."""

    id: str
    title: str
    severity: str
    description: str
    remediation: str
    deprecated: str
    references: tuple[str, ...]
    controls: tuple[tuple[str, str], ...]  # framework → its controls, as text


class Entry(Struct, frozen=True, kw_only=True):
    """A finding."""

    name: str  # that no other has
    fingerprint: str
    address: str
    action: str  # "": it is about no resource
    path: str
    message: str
    file: str
    place: str
    change: str  # changed, seen, unknown, unset; "": there is no telling
    before: str
    after: str
    expired: str  # the waiver that applied once; "": none


class Group(Struct, frozen=True, kw_only=True):
    """What a policy found."""

    policy: Described
    entries: tuple[Entry, ...]

    @property
    def number(self) -> int:
        """How many that is."""
        return len(self.entries)


class Accepted(Struct, frozen=True, kw_only=True):
    """A finding that a waiver accepts, or with an empty message a waiver that accepts nothing."""

    policy: str
    severity: str
    address: str
    path: str
    message: str
    reason: str
    owner: str
    expires: str
    ticket: str
    place: str  # of the waiver


class ControlAnswer(Struct, frozen=True, kw_only=True):
    """What the policies that serve a control came to."""

    id: str
    title: str
    status: str  # the worst answer
    policies: tuple[str, ...]


class FrameworkAnswer(Struct, frozen=True, kw_only=True):
    """How far the policies of this check reach in a framework."""

    name: str
    title: str
    note: str
    awaits_review: bool
    covered: tuple[ControlAnswer, ...]
    uncovered: tuple[tuple[str, str], ...]  # id and title, which may be ""

    @property
    def number(self) -> int:
        """How many controls it has."""
        return len(self.covered) + len(self.uncovered)


class Look(Struct, frozen=True, kw_only=True):
    """What a policy looked at in a file."""

    file: str
    checked: tuple[str, ...]
    number: int  # which of may not all be listed


class Pass(Struct, frozen=True, kw_only=True):
    """A policy that passed files, or had nothing to look at in them."""

    policy: str
    title: str
    severity: str
    looks: tuple[Look, ...]


class Drawing(Struct, frozen=True, kw_only=True):
    """How the resources of a file hang together."""

    file: str
    svg: str
    note: str
    relations: tuple[tuple[str, str], ...]  # address → addresses, as text
    more: int  # that are not listed


class Audit(Struct, frozen=True, kw_only=True):
    """All of it."""

    title: str
    verdict: Verdict
    facts: tuple[Fact, ...]
    scopes: tuple[Scope, ...]
    tiles: tuple[Tile, ...]
    charts: tuple[Chart, ...]
    troubles: tuple[Trouble, ...]
    open: tuple[Group, ...]
    undecided: tuple[Group, ...]
    waived: tuple[Accepted, ...]
    left_out: str  # findings for which there is no room; "": none
    unused: tuple[Accepted, ...]
    frameworks: tuple[FrameworkAnswer, ...]
    review: str  # what awaits review; "": nothing
    passed: tuple[Pass, ...]
    idle: tuple[Pass, ...]
    drawings: tuple[Drawing, ...]
    uncovered_types: tuple[str, ...]
    notes: tuple[Trouble, ...]
