"""Holds what tfcheck says of configurations against the plans that Terraform made of them.

    python -m bench.agreement [-v]

Each attribute of each resource is one of: right (known to both and equal), unknown to both, unknown
to tfcheck alone, or wrong (tfcheck claims something that the plan does not say). Wrong must be 0.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import shipped
from checker.settings import ConfigurationSettings
from checker.sources import read, read_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
_MASK = re.compile(r"\(sensitive value [0-9a-f]{12}\)")
_INDEX = re.compile(r"\[[0-9]+\]")  # of blocks, which a plan puts in another order where they are a set
_GONE = frozenset({"delete", "forget"})
_NO_WHOLE_PLAN = frozenset({"target", "destroy", "refresh-only", "errored", "generate"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A folder, or a file that stands for one, and the plan of it."""

    configuration: Path
    plan: Path

    @property
    def name(self) -> str:
        """How it is called in the table."""
        return self.plan.relative_to(ROOT).as_posix()


@dataclass(slots=True)
class Agreement:
    """What comparing one case shows."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def note(self, answer: str, place: str = "") -> None:
        """Count one attribute."""
        self.counts[answer] += 1
        if answer == "wrong":
            self.wrong.append(place)

    @property
    def known(self) -> float:
        """Of what the plan knows, the share that tfcheck knows."""
        right, missed = self.counts["right"], self.counts["unknown to tfcheck"]
        return right / (right + missed) if right + missed else 1.0


def cases() -> list[Case]:
    """Every plan in the repository that was made of a whole configuration which is there too."""
    found = [
        Case(configuration=plan.parent, plan=plan)
        for folder in ("examples", "tests/fixtures/terraform", "tests/fixtures/configurations")
        for plan in sorted((ROOT / folder).rglob("plan.json"))
        if any(plan.parent.glob("*.tf*")) and plan.parent.name not in _NO_WHOLE_PLAN
    ]
    for plan in sorted((ROOT / "tests/examples").glob("*/*.json")):
        written = plan.with_suffix(".tf")
        if written.is_file() and not _is_edited(written) and _is_whole(json.loads(plan.read_text(encoding="utf-8"))):
            found.append(Case(configuration=written, plan=plan))
    return found


def _is_edited(written: Path) -> bool:
    """Whether the plan was changed after Terraform wrote it, as lines with `#: set` say."""
    return "\n#: set " in written.read_text(encoding="utf-8")


def _is_whole(tree: dict[str, Any]) -> bool:
    return "resource_changes" in tree and tree.get("complete", True) is not False


def compare(case: Case) -> Agreement:
    """Hold one configuration against its plan."""
    attributes = shipped.secret_attributes()
    plan = json.loads(read(str(case.plan), target=None, secret_attributes=attributes).text)
    with tempfile.TemporaryDirectory() as scratch:
        folder = case.configuration
        if folder.is_file():
            shutil.copy(folder, scratch)
            folder = Path(scratch)
        document = read_folder(
            str(folder),
            target=None,
            secret_attributes=attributes,
            settings=ConfigurationSettings(workspace="default"),
        )
    agreement = Agreement()
    for problem in document.problems:
        agreement.note("wrong", f"{problem.location}: {problem.message}")
    _compare_resources(_resources(plan), _resources(json.loads(document.text)), agreement)
    return agreement


def _resources(document: dict[str, Any]) -> dict[str, Any]:
    return {
        address: each
        for by_address in document["resources"].values()
        for address, each in by_address.items()
        if each["mode"] == "managed" and each["action"] not in _GONE and "deposed" not in each
    }


def _compare_resources(planned: dict[str, Any], found: dict[str, Any], agreement: Agreement) -> None:
    for address in planned.keys() | found.keys():
        if address not in found or address not in planned:
            if not _stands_for_all(address, found) and not _stands_for_all(address, planned):
                agreement.note("wrong", f"{address}: {'missing' if address in planned else 'not in the plan'}")
            continue
        plan, ours = planned[address], found[address]
        _compare(
            (plan["values"], plan.get("unknown", False)),
            (ours["values"], ours.get("unknown", False)),
            address,
            agreement,
        )
        linked = {_INDEX.sub("[]", path) for path in ours.get("links", {})}
        for path in plan.get("links", {}):
            agreement.note("linked" if _INDEX.sub("[]", path) in linked else "link missed")


def _stands_for_all(address: str, found: dict[str, Any]) -> bool:
    pattern = re.compile(r"\[(?:[0-9]+|\"(?:[^\"\\]|\\.)*\")\]")
    return any("[*]" in other and pattern.sub("", address) == other.replace("[*]", "") for other in (*found, address))


def _compare(plan: tuple[Any, Any], ours: tuple[Any, Any], place: str, agreement: Agreement) -> None:
    (planned, planned_unknown), (found, found_unknown) = plan, ours
    if found_unknown is True:
        agreement.note("unknown to both" if planned_unknown is True else "unknown to tfcheck")
    elif planned_unknown is True:
        agreement.note("wrong", f"{place}: {found!r} is claimed, and the plan does not know it")
    elif isinstance(planned, dict) and isinstance(found, dict):
        for key in planned.keys() | found.keys() | _keys(planned_unknown) | _keys(found_unknown):
            _compare(
                (planned.get(key), _below(planned_unknown, key)),
                (found.get(key), _below(found_unknown, key)),
                f"{place}.{key}",
                agreement,
            )
    elif isinstance(planned, list) and isinstance(found, list) and len(planned) == len(found):
        pairs = list(zip(_items(planned, planned_unknown), _items(found, found_unknown), strict=True))
        for index, (one, other) in enumerate(pairs):
            _compare(one, other, f"{place}[{index}]", agreement)
    elif _same(planned, found):
        agreement.note("right")
    else:
        agreement.note("wrong", f"{place}: {found!r} is claimed, and the plan says {planned!r}")


def _items(values: list[Any], unknown: Any) -> list[tuple[Any, Any]]:
    """The items in an order that does not hang on the source: sets have none."""
    items = [(value, _below(unknown, index)) for index, value in enumerate(values)]
    return sorted(items, key=lambda item: _order(item[0]))


def _order(value: Any) -> str:
    return _MASK.sub("(mask)", json.dumps(value, sort_keys=True))


def _keys(unknown: Any) -> set[str]:
    return set(unknown) if isinstance(unknown, dict) else set()


def _below(unknown: Any, key: str | int) -> Any:
    if isinstance(unknown, dict):
        return unknown.get(str(key), False)
    if isinstance(unknown, list) and isinstance(key, int):
        return unknown[key] if key < len(unknown) else False
    return unknown


def _same(planned: Any, found: Any) -> bool:
    nothing: tuple[Any, ...] = ("", [], {}, False, 0)  # in nested blocks a provider stores what nobody set as that
    if planned is None or found is None:
        return planned == found or (found is None and planned in nothing)
    return bool(_MASK.sub("(mask)", json.dumps(planned)) == _MASK.sub("(mask)", json.dumps(found)))


def rows() -> Iterator[tuple[Case, Agreement]]:
    """Each case with what it shows."""
    return ((case, compare(case)) for case in cases())


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Hold configurations against their plans.")
    parser.add_argument("-v", "--verbose", action="store_true", help="each case, too")
    given = parser.parse_args()
    total = Agreement()
    for case, agreement in rows():
        total.counts += agreement.counts
        total.wrong += [f"{case.name}: {place}" for place in agreement.wrong]
        if given.verbose:
            print(f"{agreement.known:7.1%}  {case.name}  {dict(sorted(agreement.counts.items()))}")
    for place in total.wrong:
        print(f"WRONG  {place}")
    print(", ".join(f"{answer} {count:,}" for answer, count in sorted(total.counts.items())))
    print(f"of what the plans know, tfcheck knows {total.known:.1%}; wrong: {len(total.wrong)}")
    return 1 if total.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
