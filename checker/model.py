"""What a check is made of: documents, policies, findings, runs and the report."""

from __future__ import annotations

import re
from enum import Enum, IntEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

_LAST_STEP = re.compile(r'(?:(?:\.|^)[^.\[\]"]+|\[(?:[0-9]+|"(?:[^"\\]|\\.)*")\])$')


class Severity(IntEnum):
    """How much a finding matters; higher is worse, so severities compare."""

    INFO = 0
    LOW = 1
    MEDIUM = 2
    HIGH = 3
    CRITICAL = 4

    @property
    def label(self) -> str:
        """The word used in METADATA, on the command line and in reports."""
        return self.name.lower()


class Status(Enum):
    """The five answers that one policy can give about one document."""

    PASSED = "PASSED"
    FAILED = "FAILED"
    UNDECIDED = "UNDECIDED"
    NOT_APPLICABLE = "NOT_APPLICABLE"
    BROKEN = "BROKEN"


class Location(Struct, frozen=True, kw_only=True):
    """A place in a file. Lines and columns count from 1."""

    file: str
    line: int | None = None  # None: not known
    column: int | None = None  # None: not known
    pointer: str = ""  # JSON pointer (RFC 6901); "" where the file is not JSON or the whole is meant

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.file, self.line, self.column) if part is not None)
        return f"{place}#{self.pointer}" if self.pointer else place


class Problem(Struct, frozen=True, kw_only=True):
    """The checker could not look: an unreadable file, a malformed document, a broken policy."""

    stage: str  # read, structure, catalogue, evaluate
    message: str
    hint: str = ""
    location: Location | None = None  # None: not about one file


class Resource(Struct, frozen=True, kw_only=True):
    """What the checker itself needs to know of a resource; policies see the rest in `Document.text`."""

    address: str
    type: str
    mode: str  # managed, data
    action: str  # create, read, update, replace, delete, no-op, forget
    location: Location | None = None  # None: not known
    places: Mapping[str, Location] = {}  # attribute path → where it stands, as far as known

    @property
    def is_going(self) -> bool:
        """Whether it leaves the state: what it has is written nowhere any more."""
        return self.action in {"delete", "forget"}

    def place_of(self, path: str) -> Location | None:
        """Where an attribute stands, else what holds it, else the resource."""
        while path not in self.places and (last := _LAST_STEP.search(path)):
            path = path[: last.start()]
        return self.places.get(path, self.location)


class Document(Struct, frozen=True, kw_only=True):
    """One input, read and masked.

    `text` is the JSON text that a policy sees as `input` (`schemas/input/document.json`), kept as
    text because engines take text, and because a tree of Python objects would be ten times larger.
    """

    kind: str  # plan, state, configuration, bundle
    file: str
    text: bytes
    resources: tuple[Resource, ...]
    format_version: str | None = None  # None: the file does not say
    terraform_version: str | None = None  # None: the file does not say
    serial: int | None = None  # None: not a raw state
    lineage: str | None = None  # None: not a raw state
    target: str | None = None  # None: nothing says which environment this is for
    problems: tuple[Problem, ...] = ()  # what was wrong with the part that could be read
    waivers: tuple[Waiver, ...] = ()  # those in comments of its sources
    notes: tuple[Problem, ...] = ()  # what was not looked at though nothing is wrong, such as a module from elsewhere
    lengths: Mapping[str, int] = {}  # in bytes, of what its file holds by name; {} where nobody counted them
    item_lengths: Mapping[str, Sequence[int]] = {}  # the same of the items of arrays in it, by JSON pointer
    relations: Mapping[str, tuple[str, ...]] = {}  # address → addresses it refers to; of `Settings.evidence` alone

    def __repr__(self) -> str:
        """Without the text, which is long."""
        return f"Document(kind={self.kind!r}, file={self.file!r}, resources={self.resources!r})"

    @property
    def resource_types(self) -> frozenset[str]:
        """The types of its managed resources and data sources."""
        return frozenset(resource.type for resource in self.resources)


class Parameter(Struct, frozen=True, kw_only=True):
    """A value that users may set for a policy in `tfcheck.yaml`."""

    name: str
    description: str
    default: Any
    schema: Mapping[str, Any]


class Policy(Struct, frozen=True, kw_only=True):
    """One policy as its METADATA describes it."""

    id: str
    package: str  # as in Rego, such as policies.rules.jobs.run_as
    title: str
    description: str
    severity: Severity
    sets: tuple[str, ...]
    resource_types: tuple[str, ...]  # ("terraform",): the document itself; ("*",): all
    attributes: tuple[str, ...]
    remediation: str
    location: Location
    group: str = ""
    references: tuple[str, ...] = ()
    controls: Mapping[str, tuple[str, ...]] = {}
    parameters: tuple[Parameter, ...] = ()
    aliases: tuple[str, ...] = ()
    deprecated: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Its id and the ids it had before."""
        return (self.id, *self.aliases)


class Region(Struct, frozen=True, kw_only=True):
    """Lines of a file, counted from 1: what a waiver in a comment stands at."""

    file: str
    first: int
    last: int

    def holds(self, place: Location | None) -> bool:
        """Whether a place is on one of these lines."""
        if place is None or place.line is None:
            return False
        return place.file == self.file and self.first <= place.line <= self.last


class Waiver(Struct, frozen=True, kw_only=True):
    """A decision to accept findings, and who took it for how long."""

    policy: str  # an id, an alias or a glob of ids
    address: str  # a glob of resource addresses; in a comment, the resource in its module that it stands at
    reason: str
    owner: str  # "": a comment need not say, for the history of its line does
    expires: date
    ticket: str = ""
    location: Location | None = None  # None: not from a file
    region: Region | None = None  # None: not in a comment; else it is for what stands there, whatever the address

    def is_expired(self, today: date) -> bool:
        """Whether it no longer applies; on its last day it still does."""
        return today > self.expires


class Change(Struct, frozen=True, kw_only=True):
    """What stands at an attribute before and after the change, masked: JSON that is cut where it is long."""

    before: str = ""  # "": nothing, or there was no resource
    after: str = ""  # "": it is not set
    is_known: bool = True  # False: what comes after is known only after apply


class Finding(Struct, frozen=True, kw_only=True, dict=True):
    """Something about the infrastructure that a policy forbids, or cannot decide yet."""

    policy: str
    severity: Severity
    address: str
    path: str
    message: str
    decided: bool  # False: undecided
    location: Location | None = None  # None: not known
    waiver: Waiver | None = None  # None: not waived
    expired_waiver: Waiver | None = None  # None: none that has expired would match
    change: Change | None = None  # None: not about an attribute, or not `Settings.evidence`

    @cached_property
    def fingerprint(self) -> str:
        """A name that stays when lines and wording move: SHA-256 of policy, address and path, in hex."""
        from hashlib import sha256  # noqa: PLC0415 - OpenSSL is slow to load

        return sha256(f"{self.policy}\0{self.address}\0{self.path}".encode(errors="surrogatepass")).hexdigest()[:32]

    @property
    def is_open(self) -> bool:
        """Decided, and accepted by nobody."""
        return self.decided and self.waiver is None


class PolicyRun(Struct, frozen=True, kw_only=True):
    """What one policy said about one document."""

    policy: Policy
    document: Document
    checked: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    problem: Problem | None = None  # None: it answered

    @property
    def status(self) -> Status:
        """Derived, never stored: a run that answered nothing about anything did not pass."""
        if self.problem is not None:
            return Status.BROKEN
        if any(finding.is_open for finding in self.findings):
            return Status.FAILED
        if any(not finding.decided and finding.waiver is None for finding in self.findings):
            return Status.UNDECIDED
        return Status.PASSED if self.checked else Status.NOT_APPLICABLE


class Report(Struct, frozen=True, kw_only=True):
    """Everything that one check found out; reporters render it and add nothing."""

    version: str
    started: datetime  # with time zone
    engine: str  # name and version
    policy_digest: str  # SHA-256, in hex, of the selected policies' text
    documents: tuple[Document, ...]
    runs: tuple[PolicyRun, ...]
    problems: tuple[Problem, ...] = ()
    unused_waivers: tuple[Waiver, ...] = ()
    notes: tuple[Problem, ...] = ()  # inputs that were left out, though nothing is wrong with them
    is_idle: bool = False  # no changed file is a part of anything: there was nothing to look at
    uncovered_types: tuple[str, ...] = ()  # resource types of the documents that no selected policy names

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of all runs, in their order."""
        return tuple(finding for run in self.runs for finding in run.findings)

    @property
    def is_complete(self) -> bool:
        """Whether the checker could look at everything it was asked to look at."""
        return not self.problems and all(run.problem is None for run in self.runs)
