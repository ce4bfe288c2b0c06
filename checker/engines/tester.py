"""The process in which Rego tests run; it can be killed when a test never ends.

It is given modules once, tells which tests they hold, and then runs those that it is asked for.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

from checker.engines.child import failure_of, limit_memory, new_engine
from checker.engines.frames import read_frame, write_frame
from checker.engines.rego.prepare import placed, prepare

TEST, SKIPPED = "test_", "todo_test_"  # how the names of tests begin, and of those that `opa test` skips


class Tester:
    """An engine loaded with the modules under test, their tests, and what they refer to."""

    def __init__(self, program: dict[str, Any]) -> None:
        self.engine = new_engine()
        self.engine.set_enable_coverage(program["coverage"])
        modules: dict[str, str] = program["modules"]
        tested = {file: modules[file] for file in program["tested"]}
        others = {file: text for file, text in modules.items() if file not in tested}
        prepared = prepare(tested, others, program["data"], is_complete=False)
        self._texts = prepared.texts
        self.broken: list[dict[str, Any]] = [*prepared.broken.values()]
        self.rules: list[dict[str, Any]] = []
        self._load(others)
        self.engine.add_data_json(program["data"])
        if prepared.supplied:
            from checker.engines.builtins import register  # noqa: PLC0415 - seldom needed

            register(self.engine, prepared.supplied)
        if not self.broken:
            self._analyse()

    def _load(self, others: dict[str, str]) -> None:
        for file, text in others.items():
            self._add(file, text)
        for file, prepared in self._texts.items():
            text = prepared.content.decode()
            self._add(file, text)
            if TEST in text or SKIPPED in text:
                rules = _rules(file, text)
                self.rules += [rule | {"line": prepared.place(rule["line"], 1)[0]} for rule in rules]

    def _add(self, file: str, text: str) -> None:
        try:
            self.engine.add_policy(file, text)
        except RuntimeError as error:
            self.broken.append(self._failure(error, file))

    def _failure(self, error: RuntimeError, file: str = "") -> dict[str, Any]:
        return placed(failure_of(error, file), self._texts)

    def _analyse(self) -> None:
        """The engine looks at all modules before it evaluates anything, and stops at the first that is wrong."""
        try:
            self.engine.eval_query("true")
        except RuntimeError as error:
            self.broken.append(self._failure(error))

    def run(self, path: str) -> dict[str, Any]:
        """What one test evaluates to, as JSON text, or why it does not; with what it printed."""
        started = time.perf_counter()
        try:
            result = {"value": self.engine.eval_rule_as_json(path)}
        except RuntimeError as error:
            result = {"failure": self._failure(error)}
        return result | {"seconds": time.perf_counter() - started, "prints": self.engine.take_prints()}

    def coverage(self) -> dict[str, Any]:
        """By module, the lines that some test evaluated and those that none did."""
        report = json.loads(self.engine.get_coverage_report_as_json())
        return {file["path"]: self._lines(file) for file in report["files"]}

    def _lines(self, file: dict[str, Any]) -> list[list[int]]:
        """The lines as the user wrote them: one of them may have become several."""
        text = self._texts.get(file["path"])
        if text is None:
            return [file["covered"], file["not_covered"]]
        covered, not_covered = ({text.place(line, 1)[0] for line in file[name]} for name in ("covered", "not_covered"))
        return [sorted(covered), sorted(not_covered - covered)]


def _rules(file: str, text: str) -> list[dict[str, Any]]:
    """The tests of a module, from its syntax tree, in which no comment or text looks like a rule."""
    engine = new_engine()  # one for the module: the tree of all modules together is very large
    engine.add_policy(file, text)
    (module,) = json.loads(engine.get_ast_as_json())
    package = _steps(module["ast"]["package"]["refr"])[0]
    found = []
    for rule in module["ast"]["rules"]:
        head, form = _head(rule)
        steps, line = _steps(head)
        if any(step.startswith((TEST, SKIPPED)) for step in steps):
            found.append(
                {
                    "package": ".".join(package),
                    "name": ".".join(steps),
                    "path": _path(["data", *package, *steps]),
                    "file": file,
                    "line": line,
                    "form": form if len(steps) == 1 else "ref",
                }
            )
    return found


def _path(steps: list[str]) -> str:
    """As the engine takes it: `data.rules["my-rule"].test_it`."""
    first, *rest = steps
    return first + "".join(f".{step}" if step.isidentifier() else f"[{json.dumps(step)}]" for step in rest)


def _head(rule: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """The reference in a rule's head, and the form of the rule."""
    if "Default" in rule:
        return rule["Default"]["refr"], "value"
    ((form, head),) = rule["Spec"]["head"].items()
    return head["refr"], {"Compr": "value", "Set": "set", "Func": "function"}[form]


def _steps(reference: dict[str, Any]) -> tuple[list[str], int]:
    """The names in a reference such as `test_cases[name]` or `group.test_it`, and its line."""
    ((kind, node),) = reference.items()
    line: int = node["span"]["line"]
    if kind == "Var":
        return [node["value"]], line
    if kind == "RefDot":
        return [*_steps(node["refr"])[0], node["field"][1]], line
    if kind == "RefBrack":
        ((_, index),) = node["index"].items()
        return [*_steps(node["refr"])[0], str(index.get("value", ""))], line
    return [], line


def main() -> None:
    """Serve one parent until it closes the pipe."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    settings = read_frame(source)
    if settings is None:
        return
    program = json.loads(settings)
    limit_memory(program["memory_limit"])
    tester = Tester(program)
    write_frame(sink, json.dumps({"broken": tester.broken, "rules": tester.rules}).encode())
    while (request := read_frame(source)) is not None:
        path = request.decode()
        write_frame(sink, json.dumps(tester.run(path) if path else tester.coverage()).encode())
