"""What tfcheck imports before it does anything, and what that costs: `python -m bench.imports`."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import statistics
import subprocess
import sys
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from bench.commands import CHECKED, PASS, ROOT, tfcheck
from bench.processes import timed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PLAN: Final = ROOT / "examples" / "llmops" / "prod" / "plan.json"
_LINE: Final = re.compile(r"import time:\s+([0-9]+) \|\s+([0-9]+) \|( *)(\S+)$", re.MULTILINE)
_MOST: Final = 15
"""The LLMOps plan may take so many times as long as an empty Python."""
_ROWS: Final = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What importing one module cost, in microseconds; added up over the processes that told."""

    module: str
    own: int
    total: int
    """With all that it imports in turn."""
    processes: int


def main() -> None:
    """The command line."""
    options = _options()
    program = tfcheck(options.program)
    commands = {"--version": (*program, "--version"), options.plan.name: (*program, str(options.plan))}
    for label, command in commands.items():
        print(f"tfcheck {label}: modules by their own time")
        print("\n".join(import_table(import_costs(command))), "\n", sep="")
    print("\n".join(startup_table({"pass": PASS, **commands}, options.repeat)))


def import_costs(command: Sequence[str]) -> tuple[Cost, ...]:
    """Runs the command once under `-X importtime`; the dearest modules come first.

    Child processes count too where they inherit environment and standard error. Imports look dearer
    than they are, because the timing itself costs.
    """
    answer = subprocess.run(command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False)
    own: dict[str, int] = defaultdict(int)
    total: dict[str, int] = defaultdict(int)
    count: dict[str, int] = defaultdict(int)
    for own_text, total_text, _, module in _LINE.findall(answer.stderr):
        own[module] += int(own_text)
        total[module] += int(total_text)
        count[module] += 1
    costs = (Cost(module=name, own=own[name], total=total[name], processes=count[name]) for name in own)
    return tuple(sorted(costs, key=lambda cost: (-cost.own, cost.module)))


def import_table(costs: Sequence[Cost]) -> Iterator[str]:
    """The dearest modules, then the packages they belong to, then the sum."""
    yield f"{'own ms':>8} {'total ms':>8} {'times':>5}  module"
    for cost in costs[:_ROWS]:
        yield f"{cost.own / 1000:>8.2f} {cost.total / 1000:>8.2f} {cost.processes:>5}  {cost.module}"
    packages: dict[str, int] = defaultdict(int)
    for cost in costs:
        packages[cost.module.partition(".")[0]] += cost.own
    dearest = sorted(packages.items(), key=lambda item: -item[1])[:10]
    yield "by package: " + ", ".join(f"{name} {own / 1000:.1f} ms" for name, own in dearest)
    yield f"{sum(cost.own for cost in costs) / 1000:>8.2f} ms in {len(costs)} modules"


def startup_table(commands: Mapping[str, Sequence[str]], rounds: int) -> Iterator[str]:
    """Start-up times, measured in turn; the first command is what the others are compared with."""
    times: dict[str, list[float]] = {label: [] for label in commands}
    for _ in range(rounds):
        for label, command in commands.items():
            run = timed(command, cwd=ROOT)
            if run.exit_code not in CHECKED:
                raise SystemExit(f"exit code {run.exit_code} from: {shlex.join(command)}")
            times[label].append(run.seconds)
    first = next(iter(times.values()))
    yield f"{'best ms':>8} {'median':>8} {'best/':>7} {'median/':>7}  of {rounds}"
    for label, seconds in times.items():
        ratio = statistics.median(mine / base for mine, base in zip(seconds, first, strict=True))
        yield (
            f"{min(seconds) * 1000:>8.1f} {statistics.median(seconds) * 1000:>8.1f}"
            f" {min(seconds) / min(first):>7.1f} {ratio:>7.1f}  {label}"
        )
    yield f"goal: a plan of the LLMOps project at most {_MOST} times an empty Python (best by best)"


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPROFILEIMPORTTIME": "1"}


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.imports", description=__doc__)
    parser.add_argument("--plan", type=Path, default=PLAN, help="the plan to check (LLMOps, prod)")
    parser.add_argument("--repeat", type=int, default=20, help="rounds (20)")
    parser.add_argument("--program", type=shlex.split, help="another tfcheck than that of this checkout")
    options = parser.parse_args()
    if not options.plan.is_file():
        sys.exit(f"{options.plan}: no such file")
    return options


if __name__ == "__main__":
    main()
