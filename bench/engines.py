"""Compares OPA with the embedded engine on the same plans and policies: `python -m bench.engines`.

Loading and evaluating are timed apart, within one process and one run; every document is evaluated by both, and the
verdicts must be the same.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bench.cache import generated
from checker import shipped
from checker.catalogue import read_catalogue
from checker.check import program_of
from checker.engines.choice import engine_maker
from checker.engines.protocol import Answer
from checker.settings import OpaSettings, Settings
from checker.sources import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engines.protocol import Engine, Failure, Program

_SIZES = (1_000, 10_000)
_GIB = 1024**3


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Seconds that one engine took."""

    loading: float
    first: float  # the first document, for which some prepare themselves
    others: float  # the median of the documents after it


def _times(engine: Engine, program: Program, document: bytes, rounds: int) -> tuple[Times, str]:
    """The times, and the verdicts as one text."""
    try:
        started = time.perf_counter()
        engine.load(program)
        loaded = time.perf_counter()
        answers = engine.evaluate(document)
        first = time.perf_counter()
        others = []
        for _ in range(rounds):
            before = time.perf_counter()
            engine.evaluate(document)
            others.append(time.perf_counter() - before)
    finally:
        engine.close()
    times = Times(loading=loaded - started, first=first - loaded, others=statistics.median(others))
    return times, _verdicts(answers)


def _verdicts(answers: Mapping[str, Answer | Failure]) -> str:
    trees: dict[str, Any] = {}
    for package, answer in answers.items():
        if not isinstance(answer, Answer):
            raise SystemExit(f"{package}: {answer.message}")
        tree = json.loads(answer.text)
        trees[package] = {name: sorted(tree[name], key=json.dumps) for name in tree}
    return json.dumps(trees, sort_keys=True)


def _program() -> Program:
    catalogue = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")
    return program_of(catalogue, catalogue.policies, Settings(files=(), started=datetime.now(UTC)))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.engines", description=__doc__)
    parser.add_argument("--opa-bin", default="", help="instead of the opa on PATH")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("sizes", type=int, nargs="*", help=f"resources ({' '.join(map(str, _SIZES))})")
    options = parser.parse_args()
    program = _program()
    print(f"{len(program.packages)} policies; seconds, and how many times as long OPA takes")
    print(f"{'resources':>9}  {'engine':9} {'load':>7} {'first':>7} {'others':>7}")
    for size in options.sizes or _SIZES:
        text = read(str(generated(size)), target=None, secret_attributes=shipped.secret_attributes()).text
        told = {}
        for name in ("embedded", "opa"):
            settings = Settings(
                files=(),
                started=datetime.now(UTC),
                engine=name,
                memory_limit=8 * _GIB,
                opa=OpaSettings(binary=options.opa_bin),
            )
            told[name] = _times(engine_maker(settings)(), program, text, options.rounds)
            times = told[name][0]
            print(f"{size:>9}  {name:9} {times.loading:7.2f} {times.first:7.2f} {times.others:7.2f}")
        if told["embedded"][1] != told["opa"][1]:
            raise SystemExit("the engines differ")
        embedded, opa = told["embedded"][0], told["opa"][0]
        whole = (opa.loading + opa.first) / (embedded.loading + embedded.first)
        print(f"{size:>9}  opa / embedded: load and first {whole:.1f}, others {opa.others / embedded.others:.1f}")


if __name__ == "__main__":
    main()
