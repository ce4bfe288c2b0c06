"""Which name a finding has among all of a report.

`Finding.fingerprint` is the same for the same resource in two files, such as the plan of each
environment. Consumers that take equal names for one finding would lose all but the first.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from checker.reporters.places import slashed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.reporters.standing import Found


def identities(findings: Iterable[Found]) -> list[str]:
    """For each a name of 64 hexadecimal digits that no other has, the same in the next report."""
    met: dict[str, int] = {}
    names = []
    for each in findings:
        base = f"{each.finding.fingerprint}\0{slashed(each.run.document.file)}"
        number = met[base] = met.get(base, 0) + 1
        names.append(digest(base if number == 1 else f"{base}\0{number}"))
    return names


def digest(text: str) -> str:
    """SHA-256, in hex; of file names that are no text too."""
    return sha256(text.encode(errors="surrogatepass")).hexdigest()
