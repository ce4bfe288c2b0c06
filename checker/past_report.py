"""Reads what `--format json` wrote: one of its findings, or how many it left open."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeVar

import msgspec
from msgspec import Struct

from checker.errors import UsageError
from checker.model import Finding, Location, Severity, Waiver
from checker.reporters.options import PastCheck

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_HINT = "write one: tfcheck plan.json --format json=report.json"
_SHOWN = 5  # findings that an ambiguous name could mean


class _Location(msgspec.Struct):
    file: str
    line: int | None
    column: int | None
    pointer: str


class _Waiver(msgspec.Struct):
    policy: str
    address: str
    reason: str
    owner: str
    expires: date
    ticket: str
    location: _Location | None


class _Finding(msgspec.Struct):
    address: str
    path: str
    message: str
    severity: str
    decided: bool
    fingerprint: str
    location: _Location | None
    waiver: _Waiver | None
    expired_waiver: _Waiver | None


class _Run(msgspec.Struct):
    policy: str
    document: str
    findings: list[_Finding]


class _Written(msgspec.Struct):
    format_version: str


class _Report(_Written):
    runs: list[_Run]


class _Counts(msgspec.Struct):
    open: dict[Literal["critical", "high", "medium", "low", "info"], Annotated[int, msgspec.Meta(ge=0)]]


class _Summary(msgspec.Struct):
    findings: _Counts


class _Counted(_Written):
    started: Annotated[datetime, msgspec.Meta(tz=True)]
    summary: _Summary


_Form = TypeVar("_Form", bound=_Written)


class PastFinding(Struct, frozen=True, kw_only=True):
    """A finding and the file it was found in."""

    document: str
    finding: Finding


def past_finding(file: str, beginning: str) -> PastFinding:
    """The finding whose fingerprint begins so; - is standard input. Raises `UsageError`."""
    matching = list(_matching(_read(file, _Report), beginning.lower()))
    if not matching:
        raise UsageError(f"{file}: no finding {beginning}", "the report lists each with its fingerprint")
    if len({each.finding.fingerprint for each in matching}) > 1:
        meant = [f"{each.finding.fingerprint}  {each.finding.policy} {each.finding.address}" for each in matching]
        raise UsageError(f"{file}: {len(matching)} findings begin with {beginning}", "\n".join(meant[:_SHOWN]))
    return matching[0]


def past_checks(files: Iterable[str]) -> tuple[PastCheck, ...]:
    """What these reports say was left open, the oldest first; - is standard input. Raises `UsageError`."""
    return tuple(sorted(map(_past_check, files), key=lambda past: past.started))


def _past_check(file: str) -> PastCheck:
    report = _read(file, _Counted)
    counts = {Severity[name.upper()]: number for name, number in report.summary.findings.open.items()}
    try:
        started = report.started.astimezone(UTC)
    except OverflowError as error:  # before the first day that there is in UTC, or behind the last
        raise _no_report(file) from error
    return PastCheck(started=started, open=counts)


def _read(file: str, form: type[_Form]) -> _Form:
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        report = msgspec.json.decode(data, type=form)
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}", _HINT) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _no_report(file) from error
    if report.format_version.partition(".")[0] != "1":
        raise UsageError(f"{file}: a report of version {report.format_version}", "this tfcheck knows version 1")
    return report


def _no_report(file: str) -> UsageError:
    return UsageError(f"{file}: not a report of tfcheck as JSON", _HINT)


def _matching(report: _Report, beginning: str) -> Iterator[PastFinding]:
    for run in report.runs:
        for each in run.findings:
            if each.fingerprint.startswith(beginning):
                yield PastFinding(document=run.document, finding=_finding(run, each))


def _finding(run: _Run, each: _Finding) -> Finding:
    return Finding(
        policy=run.policy,
        severity=Severity[each.severity.upper()],
        address=each.address,
        path=each.path,
        message=each.message,
        decided=each.decided,
        location=_place(each.location),
        waiver=_waiver(each.waiver),
        expired_waiver=_waiver(each.expired_waiver),
    )


def _waiver(written: _Waiver | None) -> Waiver | None:
    if written is None:
        return None
    return Waiver(**msgspec.structs.asdict(written) | {"location": _place(written.location)})


def _place(written: _Location | None) -> Location | None:
    return Location(**msgspec.structs.asdict(written)) if written else None
