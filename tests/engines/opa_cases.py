"""OPA's own published test cases, and what the embedded engine makes of each.

They are in the Go module of OPA, which `make opa` fetches; nothing of them is kept here.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

from checker.engines.builtins import register
from checker.engines.child import failure_of, new_engine
from checker.engines.rego.prepare import prepare
from tests.engines.programs import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

MODULE = "github.com/open-policy-agent/opa"
SAME, BROKEN, DIFFERS = "same", "broken", "differs"


class Case(NamedTuple):
    """One test of OPA's."""

    topic: str  # the folder it is in, such as jsonbuiltins
    note: str
    tree: dict[str, Any]


class Outcome(NamedTuple):
    """What the embedded engine makes of it."""

    outcome: str  # same; broken, where OPA has a result; differs
    message: str  # why it is broken, or both results


def folder(version: str, rego: str = "v1") -> Path | None:
    """Where Go keeps the cases of this version of OPA; None: they are not at hand, or Go is not."""
    if shutil.which("go") is None:
        return None
    environment = os.environ | {"GOFLAGS": "-mod=mod", "GOPROXY": "off"}  # look, and fetch nothing
    told = subprocess.run(
        ("go", "mod", "download", "-json", f"{MODULE}@{version}"),
        capture_output=True, text=True, check=False, env=environment, cwd=Path(__file__).parent,
    )  # fmt: skip
    try:
        place = Path(json.loads(told.stdout)["Dir"]) / "v1/test/cases/testdata" / rego
    except (ValueError, KeyError):
        return None
    return place if place.is_dir() else None


@cache
def cases(place: Path) -> tuple[Case, ...]:
    """All of them, by topic."""
    found = []
    for file in sorted(place.glob("*/**/*.yaml")):
        tree = yaml.load(file.read_text(encoding="utf-8"), _Loader)
        topic = file.relative_to(place).parts[0]
        found += [Case(topic, each["note"], each) for each in tree["cases"]]
    return tuple(found)


def outcome(case: Case) -> Outcome:
    """Evaluate it as tfcheck would evaluate modules of a user."""
    try:
        got = _results(case.tree)
    except _BrokenError as error:
        is_expected = "want_error" in case.tree or "want_error_code" in case.tree
        return Outcome(SAME if is_expected else BROKEN, str(error))
    wanted = _wanted(case.tree)
    return Outcome(SAME, "") if got in wanted else Outcome(DIFFERS, f"{got} instead of {' or '.join(wanted)}")


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # one of them
    """YAML as Go's library reads it: `on` and `yes` are texts, and so are days."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.rpartition(":")[2] not in {"bool", "timestamp"}]
    for first, resolvers in _Loader.yaml_implicit_resolvers.items()
}
_Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false|True|False"), list("tTfF"))


class _BrokenError(Exception):
    pass


def _results(tree: dict[str, Any]) -> str:
    """The bindings of the query, canonical."""
    modules = {f"{number}.rego": text for number, text in enumerate(tree.get("modules") or ())}
    query = tree["query"]
    if "(" in query and tree.get("want_result"):  # calls in queries are prepared as those in modules are
        names = ", ".join(f'"{name}": {name}' for name in tree["want_result"][0])
        modules["query.rego"] = f"package query\n\nanswers contains {{{names}}} if {{\n\t{query}\n}}\n"
        query = "data.query.answers[answer]"
    data = json.dumps(tree.get("data") or {}, default=str)
    prepared = prepare(modules, {}, data)
    for failure in prepared.broken.values():
        raise _BrokenError(failure["message"])
    engine = new_engine()
    try:
        for file, text in prepared.texts.items():
            engine.add_policy(file, text.content.decode())
        engine.add_data_json(data)
        register(engine, prepared.supplied)
        if "input_term" in tree:
            term = new_engine()
            term.add_policy("input.rego", f"package input_term\n\nvalue := {tree['input_term']}\n")
            engine.set_input_json(term.eval_rule_as_json("data.input_term.value"))
        elif "input" in tree:
            engine.set_input_json(json.dumps(tree["input"], default=str))
        answer = json.loads(engine.eval_query_as_json(query))
    except RuntimeError as error:
        raise _BrokenError(failure_of(error)["message"]) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of the engine, which takes its process down
            raise
        raise _BrokenError("took the engine down") from error
    return _canonical(list(_bindings(answer)), is_set=bool(tree.get("sort_bindings")))


def _bindings(answer: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for result in answer.get("result", ()):
        if all(each["value"] not in (False, "<undefined>") for each in result["expressions"]):
            bindings = result.get("bindings", {})
            yield bindings.get("answer", bindings)


def _wanted(tree: dict[str, Any]) -> tuple[str, ...]:
    if "want_result" in tree:
        return (_canonical(tree["want_result"] or [], is_set=bool(tree.get("sort_bindings"))),)
    if "want_defined" in tree:
        return ("[{}]" if tree["want_defined"] else "[]",)
    return ("an error",)


def _canonical(bindings: list[dict[str, Any]], *, is_set: bool) -> str:
    """Sets have no order; nor have the results of a query."""
    trees = [{name: _sorted(value) if is_set else value for name, value in each.items()} for each in bindings]
    return canonical(sorted(trees, key=lambda tree: json.dumps(tree, sort_keys=True, default=str)))


def _sorted(value: Any) -> Any:
    return sorted(value, key=lambda each: json.dumps(each, sort_keys=True)) if isinstance(value, list) else value
