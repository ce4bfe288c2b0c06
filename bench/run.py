"""Compares tfcheck with `json.load` and with an empty Python on generated files: `make bench`."""

from __future__ import annotations

import argparse
import json
import shlex
import statistics
import sys
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.cache import generated
from bench.commands import CHECKED, PASS, ROOT, json_load, tfcheck
from bench.generate import KINDS
from bench.processes import Measurement, timed, watched

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SIZES: Final = (10, 1_000, 10_000, 100_000)
_ROUNDS: Final = ((1_000, 10), (10_000, 5), (100_000, 2))
"""Up to so many resources, how many rounds; beyond, one."""
_MB: Final = 1_000_000
_MANY: Final = 10_000
"""From here on the goals on `json.load`, memory and the straight line hold."""
_MOST_MEMORY: Final = {10_000: 400 * _MB, 100_000: 1_500 * _MB}
_STRAIGHT: Final = 1.1
"""Time per resource may grow by so much from one size to ten times it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """All that was measured on one file. Seconds are medians over the rounds."""

    resources: int
    file_bytes: int
    rounds: int
    pass_seconds: float
    json_seconds: float
    tfcheck_seconds: float
    tfcheck_best_seconds: float
    over_json: float
    """tfcheck's time by that of `json.load` in the same round, median over the rounds."""
    over_pass: float
    json_memory: int
    """Peak in bytes, as `Measurement.memory`."""
    tfcheck_memory: int
    tfcheck_largest: int
    memory_method: str
    exit_code: int


def main() -> None:
    """The command line; what follows `--` goes to tfcheck."""
    options = _options()
    program = tfcheck(options.program)
    rows = []
    for size in options.sizes:
        print(f"{size:,} resources …", file=sys.stderr, flush=True)
        file = generated(size, kind=options.kind, seed=options.seed)
        rows.append(measured(size, file, (*program, str(file), *options.arguments), options.repeat))
    print("\n".join((*table(rows), "", *findings(rows))))
    if options.json:
        options.json.write_text(json.dumps([asdict(row) for row in rows], indent=2) + "\n", "utf-8")
    if options.enforce and any(line.startswith("missed") for line in findings(rows)):
        sys.exit(1)


def measured(resources: int, file: Path, command: Sequence[str], rounds: int | None) -> Row:
    """Times the three commands in turn, round by round, then takes the memory in a run of its own."""
    rounds = rounds or next((count for size, count in _ROUNDS if resources <= size), 1)
    baseline = json_load(file)
    times = [
        (_checked(PASS).seconds, _checked(baseline).seconds, _checked(command, CHECKED).seconds) for _ in range(rounds)
    ]
    memory = watched(command, cwd=ROOT)
    return Row(
        resources=resources,
        file_bytes=file.stat().st_size,
        rounds=rounds,
        pass_seconds=statistics.median(empty for empty, _, _ in times),
        json_seconds=statistics.median(loaded for _, loaded, _ in times),
        tfcheck_seconds=statistics.median(checked for _, _, checked in times),
        tfcheck_best_seconds=min(checked for _, _, checked in times),
        over_json=statistics.median(checked / loaded for _, loaded, checked in times),
        over_pass=statistics.median(checked / empty for empty, _, checked in times),
        json_memory=watched(baseline, cwd=ROOT).memory,
        tfcheck_memory=memory.memory,
        tfcheck_largest=memory.largest,
        memory_method=memory.method,
        exit_code=memory.exit_code,
    )


def table(rows: Sequence[Row]) -> Iterator[str]:
    """The rows as text."""
    yield (
        f"{'resources':>9} {'file MB':>8} {'rounds':>6} {'pass s':>7} {'json.load s':>11} {'tfcheck s':>9}"
        f" {'best s':>8} {'/json.load':>10} {'/pass':>7} {'json MB':>8} {'tfcheck MB':>10} {'exit':>4}"
    )
    for row in rows:
        yield (
            f"{row.resources:>9,} {row.file_bytes / _MB:>8.1f} {row.rounds:>6} {row.pass_seconds:>7.3f}"
            f" {row.json_seconds:>11.3f} {row.tfcheck_seconds:>9.3f} {row.tfcheck_best_seconds:>8.3f}"
            f" {row.over_json:>10.2f} {row.over_pass:>7.1f} {row.json_memory / _MB:>8.0f}"
            f" {row.tfcheck_memory / _MB:>10.0f} {row.exit_code:>4}"
        )


def findings(rows: Sequence[Row]) -> Iterator[str]:
    """Each goal with what was measured, `met` or `missed`."""
    large = [row for row in rows if row.resources >= _MANY]
    for row in large:
        if row.resources == _MANY:
            yield _verdict(row.over_json <= 1, f"{row.resources:,}: {row.over_json:.2f} times json.load (at most 1)")
        most = _MOST_MEMORY.get(row.resources)
        if most is not None:
            text = (
                f"{row.resources:,}: {row.tfcheck_memory / _MB:.0f} MB {row.memory_method} (at most {most / _MB:.0f})"
            )
            yield _verdict(row.tfcheck_memory <= most, text)
    for small, big in pairwise(large):
        yield _straight_line(small, big)


def _straight_line(small: Row, big: Row) -> str:
    """Whether time per resource stays; memory has a part that every file costs, so only its slope is told."""
    further = big.resources - small.resources
    growth = (big.tfcheck_seconds / big.resources) / (small.tfcheck_seconds / small.resources)
    slope = (big.tfcheck_memory - small.tfcheck_memory) / further
    return _verdict(
        growth <= _STRAIGHT,
        f"{small.resources:,} to {big.resources:,}: {growth:.2f} times the time per resource (at most {_STRAIGHT});"
        f" {slope / 1000:.1f} kB of memory per further resource",
    )


def _verdict(is_met: bool, text: str) -> str:
    return f"{'met   ' if is_met else 'missed'}  {text}"


def _checked(command: Sequence[str], fine: frozenset[int] = frozenset({0})) -> Measurement:
    run = timed(command, cwd=ROOT)
    if run.exit_code not in fine:
        raise SystemExit(f"exit code {run.exit_code} from: {shlex.join(command)}")
    return run


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.run", description=__doc__, epilog="What follows -- goes to tfcheck."
    )
    parser.add_argument("--sizes", type=_sizes, default=SIZES, help="resources, such as 10,1000 (10 to 100,000)")
    parser.add_argument("--repeat", type=int, help="rounds for every size (10, 5 for 10,000, 2 for 100,000)")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the rows here too")
    parser.add_argument("--kind", choices=KINDS, default="plan")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--program", type=shlex.split, help="another tfcheck than that of this checkout")
    parser.add_argument("--enforce", action="store_true", help="exit with 1 when a goal is missed")
    parser.add_argument("arguments", nargs="*", metavar="ARGUMENT", help="for tfcheck")
    return parser.parse_args()


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(sorted(int(part) for part in text.replace("_", "").split(",")))


if __name__ == "__main__":
    main()
