"""The query that asks all policies at once, and what its answer means."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from checker.engines.protocol import Answer, Failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.engines.opa.modules import Path

SETS = ("deny", "undecided", "checked")

_ABSENT = "see whether the server has this policy, and has it below the same package"

# An undefined rule would make all of the query undefined: as a list of what it is, it is an empty list.
_Sets = dict[str, list[msgspec.Raw]]


class _Bindings(msgspec.Struct):
    answers: dict[str, _Sets]
    marks: list[list[bool]]


class _Reply(msgspec.Struct):
    result: list[_Bindings] = []


_decoder = msgspec.json.Decoder(_Reply)


class Question(Struct, frozen=True, kw_only=True):
    """What is asked, beside the packages."""

    prefix: Path = ()  # below which the packages are
    marks: tuple[Path, ...] = ()  # rules and data that are true while all that was uploaded is there
    parameters: bytes = b""  # JSON text of `data.tfcheck.parameters`, to be used in place of the server's; empty: none

    def query(self, packages: Iterable[str]) -> str:
        """Rego that binds `answers` and `marks`."""
        answers = ",\n".join(f"{json.dumps(package)}: {self._sets(package)}" for package in packages)
        modifier = f" with data.tfcheck.parameters as {self.parameters.decode()}" if self.parameters else ""
        marks = ", ".join(f"[x | x := {_reference(path)}]" for path in self.marks)
        return f"answers := {{\n{answers}\n}}{modifier}; marks := [{marks}]"

    def _sets(self, package: str) -> str:
        path = (*self.prefix, *package.split("."))
        return "{" + ", ".join(f'"{name}": [x | x := {_reference((*path, name))}]' for name in SETS) + "}"


class Reply(Struct, frozen=True, kw_only=True):
    """What was answered."""

    answers: dict[str, Answer | Failure]
    is_loaded: bool  # whether all marks were there


def reply_of(text: bytes, packages: Sequence[str]) -> Reply:
    """Decode an answer. Raises `msgspec.DecodeError` where it is none to this question."""
    results = _decoder.decode(text).result
    if len(results) != 1:
        raise msgspec.ValidationError("no result")
    (bindings,) = results
    sets = {package: bindings.answers[package] for package in packages if package in bindings.answers}
    if len(sets) != len(packages):
        raise msgspec.ValidationError("not all packages")
    return Reply(
        answers={package: _answer(each) for package, each in sets.items()},
        is_loaded=all(bindings.marks),
    )


def _answer(sets: _Sets) -> Answer | Failure:
    missing = [name for name in SETS if not sets.get(name)]
    if len(missing) == len(SETS):
        return Failure(message="`deny`, `undecided` and `checked` are all undefined", hint=_ABSENT)
    if missing:
        return Failure(message=f"`{missing[0]}` is undefined")
    members = (b'"%s":%s' % (name.encode(), bytes(sets[name][0])) for name in SETS)
    return Answer(text=b"{" + b",".join(members) + b"}")


def _reference(path: Path) -> str:
    return "data" + "".join(f"[{json.dumps(step)}]" for step in path)
