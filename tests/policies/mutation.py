"""Breaks each policy and library on purpose, one place at a time, and lists what no test notices.

    python -m tests.policies.mutation [--jobs N] [NAME ...]

A NAME is a part of a file's path, such as models/ or lib/grants; none means all. Mutants that
nothing can notice, since they mean the same, are listed in equivalent_mutants.txt with the reason.
Exit code 1 where another mutant survives, or where a listed one no longer does.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regorus

from checker.catalogue.modules import read_library
from checker.policy_tests.program import program_of
from tests.policies.syntax import Node, Tree, name_of, parse, parts, path_of, statements

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from checker.catalogue.modules import Library, Module

ROOT = Path(__file__).parents[2]
POLICIES = ROOT / "policies"
EQUIVALENT = Path(__file__).with_name("equivalent_mutants.txt")

_OPPOSITES = {"==": "!=", "!=": "==", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
_BESIDE = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
_SETS = {"&": "|", "|": "&", "-": "|"}
_NUMBERS = {"-": "+", "+": "-", "*": "+", "/": "*", "%": "+"}
_OPERATOR = re.compile(r"==|!=|<=|>=|[<>&|+*/%-]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """One change of a module; `start` and `end` are bytes."""

    file: str
    line: int
    rule: str
    start: int
    end: int
    old: str
    new: str
    again: int = 0  # how many mutants of this rule before it read the same

    @property
    def name(self) -> str:
        """The same wherever the rule stands in its file."""
        again = f" ({self.again + 1})" if self.again else ""
        return f"{self.rule}: {_one_line(self.old)} -> {_one_line(self.new)}{again}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of the mutants of one module."""

    killed: int
    invalid: int  # no Rego, or refused before anything is evaluated
    survivors: tuple[Mutant, ...]


def mutants(tree: Tree) -> Iterator[Mutant]:
    """Every change of one module, each once."""
    seen: Counter[str] = Counter()
    for mutant in {(each.start, each.end, each.new): each for each in _mutants(tree)}.values():
        yield replace(mutant, again=seen[mutant.name])
        seen[mutant.name] += 1


def _mutants(tree: Tree) -> Iterator[Mutant]:
    names = Counter(name_of(rule) for rule in tree.rules)
    for rule in tree.rules:
        ((kind, whole),) = rule.items()
        name = name_of(rule)
        if names[name] > 1:
            yield _mutant(tree, name, _with_quotes(whole), "")
        for place, new in _changes(tree, rule if kind == "Spec" else {"Default": whole}):
            yield _mutant(tree, name, place, new)


def _changes(tree: Tree, rule: Node) -> Iterator[tuple[Node, str]]:
    """Spans of a rule, and what to put there instead."""
    yield from _bodies(rule)
    for statement in statements(rule):
        yield _with_quotes(statement), "true"
        yield from _negations(tree, statement)
    for kind, part in parts(rule):
        if kind in _OPERATED:
            yield from _operations(tree, part, kind)
        elif kind in _CONSTANTS:
            yield part["span"], _CONSTANTS[kind](tree.source(part["span"]))
        elif kind == "Call" and path_of(part["fcn"]) in _LEVELLERS:
            yield part["span"], _argument(tree, part)


def _bodies(rule: Node) -> Iterator[tuple[Node, str]]:
    for body in rule.get("Spec", {}).get("bodies", ()):
        if body["is_else"]:
            yield _with_quotes(body), ""


def _negations(tree: Tree, statement: Node) -> Iterator[tuple[Node, str]]:
    span = _with_quotes(statement)
    text = tree.source(span)
    ((kind, literal),) = statement["literal"].items()
    if kind == "NotExpr":
        yield span, text.removeprefix("not").lstrip()
    elif kind == "Expr" and next(iter(literal["expr"])) not in ("AssignExpr", "BoolExpr"):
        yield span, f"not {text}"


def _operations(tree: Tree, part: Node, kind: str) -> Iterator[tuple[Node, str]]:
    """The part with another operator between its sides."""
    left, right = (next(iter(part[side].values()))["span"] for side in ("lhs", "rhs"))
    between = tree.text[left["end"] : right["start"]].decode()
    found = _OPERATOR.search(between)
    if found is None:
        return
    whole = _with_quotes(part)
    before = tree.text[whole["start"] : left["end"] + found.start()].decode()
    after = tree.text[left["end"] + found.end() : whole["end"]].decode()
    for others in _OPERATED[kind]:
        if found[0] in others:
            yield whole, f"{before}{others[found[0]]}{after}"


def _argument(tree: Tree, call: Node) -> str:
    """The first, without the call around it."""
    ((_, first),) = call["params"][0].items()
    return tree.source(_with_quotes(first))


def _with_quotes(part: Node) -> Node:
    """The engine's spans of texts are without their quotes, and so are those of what begins or ends with a text."""
    span: Node = part["span"]
    texts = [text["span"] for kind, text in parts(part) if kind in ("String", "RawString")]
    begins = any(text["start"] == span["start"] for text in texts)
    ends = any(text["end"] == span["end"] for text in texts)
    return {**span, "start": span["start"] - begins, "end": span["end"] + ends}


def _other_text(text: str) -> str:
    return f"{text}X"


def _other_number(text: str) -> str:
    return str(int(text) + 1)


def _other_truth(text: str) -> str:
    return "false" if text == "true" else "true"


_OPERATED = {"BoolExpr": (_OPPOSITES, _BESIDE), "BinExpr": (_SETS,), "ArithExpr": (_NUMBERS, _SETS)}
# What makes spellings alike.
_LEVELLERS = {
    "lower",
    "regex.replace",
    "replace",
    "trim",
    "trim_prefix",
    "trim_right",
    "trim_space",
    "trim_suffix",
    "upper",
}
_CONSTANTS = {"String": _other_text, "RawString": _other_text, "Number": _other_number, "Bool": _other_truth}


def _mutant(tree: Tree, rule: str, span: Node, new: str) -> Mutant:
    return Mutant(
        file=tree.file,
        line=span["line"],
        rule=rule,
        start=span["start"],
        end=span["end"],
        old=tree.source(span),
        new=new,
    )


def mutated(tree: Tree, mutant: Mutant) -> str:
    """The text of the module with this change."""
    return (tree.text[: mutant.start] + mutant.new.encode() + tree.text[mutant.end :]).decode()


def judge(file: str) -> Tally:
    """Run the tests of every mutant of a module, and of the modules that need it, until one fails."""
    tree = _tree(file)
    base, tests = _engine(file)
    _prove(base, tree, tests)
    killed = invalid = 0
    survivors = []
    for mutant in mutants(tree):
        engine = base.clone()
        try:
            engine.add_policy(file, mutated(tree, mutant))
            engine.eval_query("true")  # looks at all modules
        except RuntimeError:
            invalid += 1
            continue
        if _is_noticed(engine, tests):
            killed += 1
        else:
            survivors.append(mutant)
    return Tally(killed=killed, invalid=invalid, survivors=tuple(survivors))


def _prove(base: Any, tree: Tree, tests: list[str]) -> None:
    """Make sure that what a test notices is the mutant."""
    engine = base.clone()
    engine.add_policy(tree.file, tree.text.decode())
    failing = [test for test in tests if engine.eval_rule_as_json(test) != "true"]
    if failing:
        raise RuntimeError(f"these tests fail as they are: {failing}")


def _is_noticed(engine: Any, tests: list[str]) -> bool:
    for index, test in enumerate(tests):
        try:
            noticed = engine.eval_rule_as_json(test) != "true"
        except RuntimeError:
            noticed = True
        if noticed:
            tests.insert(0, tests.pop(index))  # the next mutant is most often noticed by the same test
            return True
    return False


def _engine(file: str) -> tuple[Any, list[str]]:
    """An engine with all that the tests need but the module itself, and the tests, the module's own first."""
    library = _library()
    module = _module(file)
    near = [each for each in library.modules if each.is_test and each.package == f"{module.package}_test"]
    tests = [each for each in library.modules if each.is_test and each not in near]
    far = [each for each in tests if module in _needed_by(each.file)]
    far.sort(key=lambda each: len(_needed_by(each.file)))
    shared = [each for each in library.modules if each.is_test and not _tests(each.file)]  # what tests have in common
    loaded = {each.file: each for test in (*near, *far, *shared) for each in (test, *_needed_by(test.file))}
    engine = regorus.Engine()
    for each in loaded.values():
        if each is not module:
            engine.add_policy(each.file, each.text)
    engine.add_data_json(json.dumps(_data()))
    return engine, [f"data.{test.package}.{name}" for test in (*near, *far) for name in _tests(test.file)]


@cache
def _needed_by(file: str) -> tuple[Module, ...]:
    return _library().needed_by([_module(file)])


@cache
def _tests(file: str) -> list[str]:
    names = [name_of(rule) for rule in _tree(file).rules]
    return [name for name in dict.fromkeys(names) if name.startswith("test_")]


@cache
def _library() -> Library:
    return read_library([(POLICIES, False)])  # as those of a user: of shipped ones the tests are left out


@cache
def _data() -> Any:
    return program_of([str(POLICIES)]).data


def _tree(file: str) -> Tree:
    return parse(file, _module(file).text)


def _module(file: str) -> Module:
    (module,) = (each for each in _library().modules if each.file == file)
    return module


def read_equivalent() -> dict[str, str]:
    """The listed mutants and why each means the same; the file says how they are written."""
    listed: dict[str, str] = {}
    reason = ""
    for line in EQUIVALENT.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            reason = line.removeprefix("#").strip()
        elif line.strip():
            listed[line.strip()] = reason
    return listed


def _one_line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip() or "(nothing)"


def _file(mutant: Mutant) -> str:
    return mutant.file.removeprefix(f"{ROOT.as_posix()}/")


def listed_as(mutant: Mutant) -> str:
    """How equivalent_mutants.txt names it."""
    return f"{_file(mutant)} {mutant.name}"


def main(arguments: Sequence[str]) -> int:
    """Print survivors and the score."""
    parser = argparse.ArgumentParser(description="List mutants of policies that no test notices.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="parts of paths; none means all")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default: %(default)s)")
    given = parser.parse_args(arguments)
    files = [
        module.file
        for module in _library().modules
        if not module.is_test and (not given.names or any(name in module.file for name in given.names))
    ]
    started = time.monotonic()
    with ProcessPoolExecutor(given.jobs) as pool:
        tallies = dict(zip(files, pool.map(judge, files), strict=True))
    return _report(tallies, complete=not given.names, seconds=time.monotonic() - started)


def _report(tallies: dict[str, Tally], *, complete: bool, seconds: float) -> int:
    listed = read_equivalent()
    survivors = [mutant for tally in tallies.values() for mutant in tally.survivors]
    open_ones = [mutant for mutant in survivors if listed_as(mutant) not in listed]
    stale = sorted(set(listed) - {listed_as(mutant) for mutant in survivors}) if complete else []
    killed = sum(tally.killed for tally in tallies.values())
    invalid = sum(tally.invalid for tally in tallies.values())
    total = killed + len(open_ones)
    lines = [
        *(f"{_file(mutant)}:{mutant.line}: {mutant.name}" for mutant in open_ones),
        *(f"{EQUIVALENT.name}: is noticed now, or there no more: {name}" for name in stale),
        f"{killed} of {total} mutants noticed ({100 * killed / max(total, 1):.1f} %)",
        f"beside them {len(survivors) - len(open_ones)} equivalent, {invalid} that are no Rego; {seconds:.0f} s",
    ]
    print("\n".join(lines))  # noqa: T201 - what the program is for
    return int(bool(open_ones or stale))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
