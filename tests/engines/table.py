"""Writes what each engine supports into docs/engines.md: `make engine-table`.

From the lists of functions in the code, from the project's own programs, and from OPA's published test cases where
Go has them at hand; elsewhere what the document says of those stays.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from checker.engines.builtins import CORRECTED, SUPPLIED
from checker.engines.rego.annotations import FUNCTIONS
from checker.engines.rego.references import DEPRECATED, LACKING, REFUSED, World
from tests.engines import opa_cases

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs/engines.md"
PARTS = ("functions", "programs", "cases")

_NOT_IN_POLICIES = ("__builtin_", "internal.")
_OUTCOMES = ("same", "broken", "differs")


def opa_version() -> str:
    """The version that `make opa` installs."""
    found = re.search(r"^OPA_VERSION := (\S+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert found is not None
    return found[1]


def functions() -> str:
    """The functions of Rego, by what becomes of a policy that calls them."""
    own = {name for name in World({}, {}).builtins if not name.startswith(_NOT_IN_POLICIES)}
    own -= {*SUPPLIED, *REFUSED}
    rows = (
        ("by the engine itself", "yes", own),
        ("supplied by tfcheck", "yes", {*SUPPLIED, *FUNCTIONS} - CORRECTED),
        ("supplied by tfcheck, since the engine's own differ", "yes", CORRECTED),
        ("not there: the policy needs OPA", "yes", LACKING),
        ("refused: policies see no network and no environment", "refused", REFUSED),
        ("deprecated: in policies of OPA 0.x alone", "refused", DEPRECATED),
    )
    lines = ["| `embedded` | `opa` | Functions |", "|---|---|---|"]
    lines += [f"| {embedded} | {opa} | {_names(names)} |" for embedded, opa, names in rows]
    return "\n".join(lines)


def programs() -> str:
    """The project's own programs, by section."""
    tree = yaml.safe_load((ROOT / "tests/engines/programs.yaml").read_text(encoding="utf-8"))
    lines = ["| Programs about | | the same | broken | differs |", "|---|--:|--:|--:|--:|"]
    for section in tree["sections"]:
        counted = Counter(each["outcome"] for each in section["programs"])
        judged = sum(counted[outcome] for outcome in _OUTCOMES)
        numbers = " | ".join(str(counted[outcome]) for outcome in _OUTCOMES)
        lines.append(f"| {section['about'].rstrip('.')} | {judged} | {numbers} |")
    return "\n".join(lines)


def cases(place: Path) -> str:
    """OPA's own cases, by topic."""
    outcomes = defaultdict(list)
    for case in opa_cases.cases(place):
        outcomes[case.topic].append(opa_cases.outcome(case))
    whole = {topic for topic, told in outcomes.items() if all(each.outcome == "same" for each in told)}
    counted = Counter(each.outcome for told in outcomes.values() for each in told)
    numbers = ", ".join(f"{counted[outcome]} {words}" for outcome, words in _WORDS.items())
    lines = [
        f"Of {sum(counted.values())} cases of OPA {opa_version().removeprefix('v')}: {numbers}.",
        "",
        f"The same in all cases of {len(whole)} topics: {', '.join(sorted(whole))}.",
        "",
        "| Topic | Cases | the same | broken | differs | Mostly, broken because of |",
        "|---|--:|--:|--:|--:|---|",
    ]
    for topic in sorted(outcomes.keys() - whole):
        told = outcomes[topic]
        counted = Counter(each.outcome for each in told)
        reason = _commonest(each.message for each in told if each.outcome == "broken")
        numbers = " | ".join(str(counted[outcome]) for outcome in _OUTCOMES)
        lines.append(f"| {topic} | {len(told)} | {numbers} | {reason} |")
    return "\n".join(lines)


_WORDS = {"same": "with the same result", "broken": "broken", "differs": "with another result"}


def _names(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _commonest(messages: Iterable[str]) -> str:
    """The message that most have, as a table can hold it."""
    counted = Counter(message.replace("|", "\\|") for message in messages)
    return min(counted, key=lambda message: (-counted[message], message)) if counted else ""


def part_of(document: str, name: str) -> str:
    """What stands between the marks of a part."""
    begin, end = _marks(name)
    return document.partition(begin)[2].partition(end)[0].strip("\n")


def with_part(document: str, name: str, text: str) -> str:
    """The document with another text between the marks."""
    begin, end = _marks(name)
    before, _, rest = document.partition(begin)
    return f"{before}{begin}\n{text}\n{end}{rest.partition(end)[2]}"


def _marks(name: str) -> tuple[str, str]:
    return f"<!-- {name}: written by make engine-table -->", f"<!-- end of {name} -->"


def main() -> None:
    """Write all parts."""
    document = DOCUMENT.read_text(encoding="utf-8")
    document = with_part(document, "functions", functions())
    document = with_part(document, "programs", programs())
    place = opa_cases.folder(opa_version())
    if place is None:
        print(f"no test cases of OPA {opa_version()} here, which `make opa` fetches with Go: that table stays")
    else:
        document = with_part(document, "cases", cases(place))
    DOCUMENT.write_text(document, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
