"""The Rego programs of programs.yaml, and what OPA and the embedded engine say of each."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from checker.engines.embedded import EmbeddedEngine
from checker.engines.protocol import Answer, Program

_FOLDER = Path(__file__).parent

# What a program computes is `out`; undefined, it has no result. A set makes all answers comparable.
_AROUND = (
    "package {package}\n\n{rego}\n\ndeny contains value if value := out\n\nundecided := set()\n\nchecked := set()\n"
)


class Example(NamedTuple):
    """One program, and how the engines are known to judge it."""

    name: str
    rego: str
    outcome: str  # same, broken, refused or differs: see programs.yaml
    embedded: str  # canonical results, or BROKEN and why; empty: not held
    opa: str  # canonical results; empty: not held

    @property
    def package(self) -> str:
        return "programs." + self.name.replace("-", "_")

    @property
    def module(self) -> str:
        return _AROUND.format(package=self.package, rego=self.rego.replace("data.t.", f"data.{self.package}."))


def examples() -> list[Example]:
    """All of them, in the order of the file."""
    tree = yaml.safe_load((_FOLDER / "programs.yaml").read_text(encoding="utf-8"))
    return [
        Example(f"{section['name']}-{number}", each["rego"], each["outcome"], _embedded(each), _opa(each))
        for section in tree["sections"]
        for number, each in enumerate(section["programs"], 1)
    ]


def _embedded(each: dict[str, Any]) -> str:
    if each["outcome"] == "broken":
        return f"BROKEN: {each['says']}"
    results = each.get("results", each.get("embedded"))
    return "" if results is None else canonical(results)


def _opa(each: dict[str, Any]) -> str:
    results = each.get("results", each.get("opa"))
    return "" if results is None else canonical(results)


def document() -> bytes:
    """The input that all of them see."""
    return (_FOLDER / "input.json").read_bytes()


def embedded(chosen: list[Example]) -> dict[str, str]:
    """By name, the canonical results, or `BROKEN: ` and why."""
    engine = EmbeddedEngine(time_limit=60, memory_limit=4 * 1024**3)
    try:
        engine.load(
            Program(
                modules={each.name: each.module for each in chosen},
                trusted=frozenset(),
                packages=tuple(each.package for each in chosen),
                needs={each.package: (each.name,) for each in chosen},
                data=b"{}",
            )
        )
        answers = engine.evaluate(document())
    finally:
        engine.close()
    told = {}
    for each in chosen:
        answer = answers[each.package]
        if isinstance(answer, Answer):
            told[each.name] = canonical(json.loads(answer.text)["deny"])
        else:
            told[each.name] = f"BROKEN: {answer.message}"
    return told


def opa(binary: str, chosen: list[Example], folder: Path) -> dict[str, str]:
    """The same of OPA, which refuses all modules together when it refuses one of them."""
    for each in chosen:
        (folder / f"{each.name}.rego").write_text(each.module, encoding="utf-8")
    command = [binary, "eval", "--data", str(folder), "--input", str(_FOLDER / "input.json"), "--format", "json"]
    done = subprocess.run([*command, "data.programs"], capture_output=True, text=True, check=False, timeout=120)
    told = json.loads(done.stdout)
    if "errors" in told:
        return {each.name: f"BROKEN: {told['errors'][0]['message']}" for each in chosen}
    packages = told["result"][0]["expressions"][0]["value"]
    return {each.name: canonical(packages[each.package.removeprefix("programs.")]["deny"]) for each in chosen}


def canonical(results: list[object]) -> str:
    """The same text for the same results; whole numbers are written as such, however an engine writes them."""
    return json.dumps(json.loads(json.dumps(results), parse_float=_number), sort_keys=True, ensure_ascii=False)


def _number(text: str) -> float:
    value = float(text)
    return int(value) if value.is_integer() else value
