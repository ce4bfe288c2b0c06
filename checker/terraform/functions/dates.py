"""The functions of dates and times."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from checker.terraform.errors import EvaluationError
from checker.terraform.functions.signature import Function, Plain, UnsureError
from checker.terraform.types import NUMBER, STRING

_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)")
_PART = re.compile(r"(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|μs|ms|s|m|h)")
_SECONDS = {"ns": 1e-9, "us": 1e-6, "µs": 1e-6, "μs": 1e-6, "ms": 1e-3, "s": 1, "m": 60, "h": 3600}
_TOKEN = re.compile(r"'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+|'", re.DOTALL)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_HALF = 12


def _parsed(text: str) -> datetime:
    match = _TIME.fullmatch(text)
    if match is None:
        raise EvaluationError("no RFC 3339 time, such as 2027-01-31T12:00:00Z")
    if match[3]:
        raise UnsureError
    zone = "+00:00" if match[4] == "Z" else match[4]
    try:
        return datetime.fromisoformat(f"{match[1]}T{match[2]}{zone}")
    except ValueError as error:
        raise EvaluationError("no time that there is") from error


def _timeadd(text: str, duration: str) -> str:
    time = _parsed(text)
    sign, rest = (-1, duration[1:]) if duration.startswith("-") else (1, duration.removeprefix("+"))
    parts = _PART.findall(rest)
    if (not parts or "".join(map("".join, parts)) != rest) and rest != "0":
        raise EvaluationError("no duration, such as 1h30m")
    seconds = sum(float(amount) * _SECONDS[unit] for amount, unit in parts)
    try:
        moved = time + timedelta(seconds=sign * seconds)
    except OverflowError as error:
        raise EvaluationError("a time beyond all measure") from error
    if moved.microsecond:
        raise UnsureError
    return _written(moved)


def _written(time: datetime) -> str:
    text = time.strftime(f"{time.year:04d}-%m-%dT%H:%M:%S")
    return text + ("Z" if time.utcoffset() == timedelta(0) else _zone(time, ":"))


def _zone(time: datetime, separator: str) -> str:
    offset = time.utcoffset() or timedelta(0)
    minutes = int(abs(offset).total_seconds()) // 60
    sign = "-" if offset < timedelta(0) else "+"
    return f"{sign}{minutes // 60:02d}{separator}{minutes % 60:02d}"


def _timecmp(one: str, other: str) -> int:
    first, second = _parsed(one), _parsed(other)
    return (first > second) - (first < second)


def _formatdate(form: str, text: str) -> str:
    time = _parsed(text)
    is_utc = time.utcoffset() == timedelta(0)
    hour = time.hour % _HALF or _HALF
    tokens = {
        "YYYY": f"{time.year:04d}",
        "YY": f"{time.year % 100:02d}",
        "MMMM": _MONTHS[time.month - 1],
        "MMM": _MONTHS[time.month - 1][:3],
        "MM": f"{time.month:02d}",
        "M": str(time.month),
        "DD": f"{time.day:02d}",
        "D": str(time.day),
        "EEEE": _DAYS[time.weekday()],
        "EEE": _DAYS[time.weekday()][:3],
        "hh": f"{time.hour:02d}",
        "h": str(time.hour),
        "HH": f"{hour:02d}",
        "H": str(hour),
        "AA": "AM" if time.hour < _HALF else "PM",
        "aa": "am" if time.hour < _HALF else "pm",
        "mm": f"{time.minute:02d}",
        "m": str(time.minute),
        "ss": f"{time.second:02d}",
        "s": str(time.second),
        "ZZZZZ": _zone(time, ":"),
        "ZZZZ": _zone(time, ""),
        "ZZZ": "UTC" if is_utc else _zone(time, ""),
        "Z": "Z" if is_utc else _zone(time, ":"),
    }
    return "".join(_token(match, tokens) for match in _TOKEN.finditer(form))


def _token(match: re.Match[str], tokens: dict[str, str]) -> str:
    text = match[0]
    if text.startswith("'"):
        if len(text) == 1:
            raise EvaluationError("the format has a quotation mark that is never closed")
        return text[1:-1].replace("''", "'")
    if match[1] is None:
        return text
    if text not in tokens:
        raise EvaluationError(f"{text} is no part of a date format")
    return tokens[text]


FUNCTIONS: dict[str, Function] = {
    "formatdate": Plain(_formatdate, STRING, (STRING, STRING)),
    "timeadd": Plain(_timeadd, STRING, (STRING, STRING)),
    "timecmp": Plain(_timecmp, NUMBER, (STRING, STRING)),
}
