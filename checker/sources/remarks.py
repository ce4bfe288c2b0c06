"""Reads waivers out of comments: `tfcheck:waive DBX-JOB-001 until=2027-01-31 reason="…"`."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from checker.credentials import without
from checker.model import Location, Problem, Region, Waiver

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MARK = b"tfcheck"  # files without it are not looked into
KEYS = ("until", "reason", "owner", "ticket")
REQUIRED = ("until", "reason")
_MEANT = {"expires": "until", "expiry": "until", "because": "reason", "justification": "reason"}
_DIRECTIVE = re.compile(
    r"tfcheck\s*:\s*(?P<word>[\w-]*)|tfcheck\s+(?=waive\b|ignore\b|skip\b|disable\b)", re.IGNORECASE
)
_TOKEN = re.compile(r'\s*(?:(?P<key>[^\s="]+)=(?P<value>"(?:[^"\\]|\\.)*"|[^\s"]*)|(?P<word>[^\s="]+))(?=\s|$)')
_ESCAPED = re.compile(r"\\(.)")
_POLICY = re.compile(r"[A-Za-z0-9*?-]+")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_SHOWN = re.compile(r"[A-Za-z0-9_.*?:-]{1,40}")  # of what people write; more could be anything
_PLACE = "write it on the first line of a block or attribute, or on the line above"
_IN_JSON = 'write it under "//" into the object of one block, which shares its lines with no other'
_FORM = 'it is written: tfcheck:waive DBX-JOB-001 until=2027-01-31 reason="why"'


class Lines(NamedTuple):
    """What a comment stands at, where its own line does not tell."""

    first: int
    last: int
    address: str  # of the resource that it belongs to, in its module; "": nothing that a waiver is for


NOTHING = Lines(0, 0, "")


class Remark(NamedTuple):
    """A comment without its marks."""

    line: int
    column: int
    last_line: int
    text: str
    is_alone: bool  # nothing else stands before it on its line
    stands_at: Lines | None = None  # None: its line tells


class Part(NamedTuple):
    """A block, an attribute or an item, with what stands in it, in the order of their lines."""

    line: int
    address: str  # of the resource that it belongs to, in its module
    inner: Sequence[Part] = ()


class RemarkError(Exception):
    """A comment that is nearly a waiver."""

    def __init__(self, message: str, hint: str = _FORM) -> None:
        super().__init__(message)
        self.hint = hint


class Remarks(NamedTuple):
    """What the comments of one file say."""

    waivers: tuple[Waiver, ...] = ()
    problems: tuple[Problem, ...] = ()


def remarks_of(file: str, remarks: Sequence[Remark], parts: Iterable[Part], last_line: int) -> Remarks:
    """The waivers in a file's comments, each for what it stands on or above; and what is wrong with the others."""
    regions: dict[int, tuple[Region, str]] = {}
    for part, last in _with_ends(parts, last_line):
        _note_regions(file, part, last, regions)
    alone = {each.line: each for each in remarks if each.is_alone}
    waivers, problems = [], []
    for each in remarks:
        try:
            told = _told(file, each.stands_at) if each.stands_at else regions.get(_target(each, alone))
            waiver = _waiver(each, told, Location(file=file, line=each.line, column=each.column))
        except RemarkError as error:
            place = Location(file=file, line=each.line, column=each.column)
            problems.append(Problem(stage="read", message=str(error), hint=error.hint, location=place))
        else:
            waivers += [waiver] if waiver else []
    return Remarks(tuple(waivers), tuple(problems))


def _with_ends(parts: Iterable[Part], last: int) -> Iterable[tuple[Part, int]]:
    """Each part with its last line, which is the one before the next begins."""
    listed = sorted(parts, key=lambda part: part.line)
    ends = [*(max(part.line - 1, 0) for part in listed[1:]), last]
    return [(part, max(part.line, end)) for part, end in zip(listed, ends, strict=False)]


def _note_regions(file: str, part: Part, last: int, regions: dict[int, tuple[Region, str]]) -> None:
    """Of what begins on one line, the outermost counts."""
    regions.setdefault(part.line, (Region(file=file, first=part.line, last=last), part.address))
    for inner, end in _with_ends(part.inner, last):
        _note_regions(file, inner, end, regions)


def _told(file: str, lines: Lines) -> tuple[Region, str] | None:
    return (Region(file=file, first=lines.first, last=lines.last), lines.address) if lines.address else None


def _target(remark: Remark, alone: Mapping[int, Remark]) -> int:
    """The line that a comment is for: its own, or the next without a comment of its own."""
    if not remark.is_alone:
        return remark.line
    line = remark.last_line + 1
    while line in alone:
        line = alone[line].last_line + 1
    return line


def _waiver(remark: Remark, target: tuple[Region, str] | None, place: Location) -> Waiver | None:
    """The waiver; None for a comment of another kind. Raises `RemarkError`."""
    directive = _DIRECTIVE.match(remark.text)
    if directive is None:
        return None
    text = without(remark.text, lambda *_: "(sensitive value)")
    if not text.startswith("tfcheck:waive") or directive["word"] != "waive":
        raise RemarkError(f"a comment for tfcheck that is none: {_shown(directive[0].strip())}")
    policy, given = _read(text[directive.end() :])
    if missing := [key for key in REQUIRED if not given.get(key)]:
        raise RemarkError(f"tfcheck:waive without {' and '.join(missing)}")
    if target is None:
        hint = _PLACE if remark.stands_at is None else _IN_JSON
        raise RemarkError("tfcheck:waive that stands at no block and no attribute", hint)
    region, address = target
    return Waiver(
        policy=policy,
        address=address,
        reason=given["reason"],
        owner=given.get("owner", ""),
        expires=_date(given["until"]),
        ticket=given.get("ticket", ""),
        location=place,
        region=region,
    )


def _read(text: str) -> tuple[str, dict[str, str]]:
    """The policy, and what else is said."""
    words: list[str] = []
    given: dict[str, str] = {}
    position = 0
    while text[position:].strip():
        token = _TOKEN.match(text, position)
        if token is None:
            raise RemarkError("tfcheck:waive whose quotation marks do not fit together")
        position = token.end()
        if token["word"]:
            words.append(token["word"])
        else:
            _give(token["key"], _unquoted(token["value"]), given)
    if len(words) != 1 or not _POLICY.fullmatch(words[0]):
        found = "no policy" if not words else " and ".join(map(_shown, words[:3]))
        raise RemarkError(f"tfcheck:waive names one policy, by its id or a glob of ids; found {found}")
    return words[0], given


def _give(key: str, value: str, given: dict[str, str]) -> None:
    if key not in KEYS:
        from difflib import get_close_matches  # noqa: PLC0415 - only a mistake needs it

        nearest = [_MEANT[key]] if key in _MEANT else get_close_matches(key, KEYS, n=1)
        hint = f"did you mean {nearest[0]}?" if nearest else f"the keys are {', '.join(KEYS)}"
        raise RemarkError(f"tfcheck:waive has no key {_shown(key)}", hint)
    if key in given:
        raise RemarkError(f"tfcheck:waive says {key} twice")
    given[key] = value


def _unquoted(value: str) -> str:
    text = _ESCAPED.sub(r"\1", value[1:-1]) if value.startswith('"') else value
    return " ".join(text.split())


def _date(text: str) -> date:
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:  # a day that is not in the calendar
        pass
    raise RemarkError(f"tfcheck:waive until {_shown(text)}: wanted a date, such as 2027-01-31") from None


def _shown(text: str) -> str:
    return text if _SHOWN.fullmatch(text) else "something else"
