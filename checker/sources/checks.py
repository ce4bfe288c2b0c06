"""Reads the results of checks, conditions and validations that `show -json` writes.

Format: https://developer.hashicorp.com/terraform/internals/json-format#checks-representation
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from checker.sources import jsontext

if TYPE_CHECKING:
    from checker.sources.document import Draft


Status = Literal["pass", "fail", "error", "unknown"]


class _Address(msgspec.Struct):
    to_display: str
    kind: str = ""


class _Problem(msgspec.Struct):
    message: str = ""


class _Instance(msgspec.Struct):
    problems: list[_Problem] = []


class _Check(msgspec.Struct):
    address: _Address
    status: Status
    instances: list[_Instance] = []


def add(raw: msgspec.Raw, draft: Draft) -> None:
    """Add each result to the draft, with the messages of all its instances."""
    for check in jsontext.convert(raw, list[_Check], "/checks"):
        messages = [problem.message for instance in check.instances for problem in instance.problems]
        draft.add_check(check.address.to_display, check.address.kind, check.status, messages)
