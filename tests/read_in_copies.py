"""Reads files here and with the help of copies of this process, and prints what came of each.

A program of its own, since a process with threads, as pytest's are, makes no copies.
"""

from __future__ import annotations

import json
import re
import sys

from checker import forked, shipped, sources
from checker.sources import apart, plan_changes

_MASK = re.compile(r"\(sensitive value [0-9a-f]+\)")  # with another key for each document
_NEVER = sys.maxsize
_WAYS = {"alone": (_NEVER, _NEVER), "halved": (0, _NEVER), "apart": (0, 0)}  # from how many resources, and bytes


class _Counted(forked.Fork):
    copies = 0

    def result(self) -> bytes | None:
        _Counted.copies += 1
        return super().result()


def main() -> None:
    """Print a line of JSON for each file named: what reading it came to in each way, and the copies it took."""
    plan_changes.__dict__.update(Fork=_Counted, processors=lambda: 2)
    apart.__dict__.update(Fork=_Counted)
    for file in sys.argv[1:]:
        sys.stdout.write(json.dumps({way: _read(file, *sizes) for way, sizes in _WAYS.items()} | {"file": file}) + "\n")


def _read(file: str, many: int, large: int) -> dict[str, object]:
    _Counted.copies = 0
    plan_changes.__dict__.update(_MANY=many)
    sources.__dict__.update(LARGE=large)
    try:
        document = sources.read(file, target=None, secret_attributes=shipped.secret_attributes(), misfits=True)
    except sources.UnreadableError as error:
        return {"copies": _Counted.copies, "error": str(error)}
    read = {
        "text": json.loads(_MASK.sub("(masked)", document.text.decode())),
        "resources": [f"{resource.action} {resource.address} {resource.location}" for resource in document.resources],
        "problems": [problem.message for problem in document.problems],
    }
    return {"copies": _Counted.copies, "read": read}


if __name__ == "__main__":
    main()
