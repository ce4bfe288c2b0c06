"""The process in which the embedded engine evaluates; it can be killed when a policy never ends.

It is given a program and then documents, in frames. It imports only the engine, and what a user's modules
need only where there are some: starting it is part of every run.
"""

from __future__ import annotations

import os
import sys

from checker.engines.child import failure_of, limit_memory, limit_time, new_engine
from checker.engines.frames import read_frame, unpacked, write_frame
from checker.forked import Fork, can_fork

TYPE_CHECKING = False  # importing it from typing would double the start of the process
if TYPE_CHECKING:
    from typing import Any

    from checker.engines.rego.prepare import Prepared

SETS = ("deny", "undecided", "checked")

_ALL = "tfcheck_answers"  # the package of the rule that asks all policies at once
_SECONDS_PER_BYTE = 1e-6  # as in embedded.py
_QUESTIONS = ("all", "first", "second")  # rules of that package
_UNDEFINED = '"<undefined>"'


class Worker:
    """An engine loaded with one program."""

    def __init__(self, data: str, trusted: dict[str, str], modules: dict[str, str]) -> None:
        """Load modules: those that tfcheck ships, and the user's."""
        self.broken: dict[str, dict[str, Any]] = {}  # module → why it could not be loaded
        self._data = data
        self._trusted = trusted
        self._prepared: Prepared | None = None  # None: there are no modules of the user
        self._load()
        if modules:
            self._load_given(modules)

    def add_questions(self, parts: list[list[str]]) -> None:
        """Add the rules that ask packages at once: all of them, and the two parts of which each is asked for itself.

        The engine analyses all modules before it evaluates any: it does so now, while the document is read.
        """
        rules = zip(_QUESTIONS, [parts[0] + parts[1], *parts], strict=True)
        text = "\n".join(f"{name} := {_question(packages)}\n" for name, packages in rules)
        self.engine.add_policy(f"{_ALL}.rego", f"package {_ALL}\n\n{text}")
        try:  # noqa: SIM105 - contextlib is slow to import
            self.engine.eval_query("true")
        except RuntimeError:
            pass  # asking the packages tells it

    def ask_all(self, document: str, *, in_two_processes: bool) -> str:
        """The answers of all those packages in one evaluation, which computes shared rules once.

        In two processes it is one for each part. Empty where a policy fails, since then none of them answers.
        """
        try:
            self.engine.set_input_json(document)
        except RuntimeError:
            return ""
        del document  # of a large one, as much memory as what was made of it
        if not (in_two_processes and can_fork()):
            return self._answers("all")
        try:
            copy = Fork(self._second_part)
        except OSError:
            return self._answers("all")
        with copy:
            first = self._answers("first")
            second = copy.result() if first else None
        return f"{first[:-1]},{second[1:].decode()}" if second else ""  # two objects, neither of them empty, as one

    def _second_part(self) -> bytes:
        """In a copy of this process, which has nothing to do with its pipes."""
        for pipe in (0, 1):  # or the process at the other end would not notice that this one has died
            os.close(pipe)
        return self._answers("second").encode()

    def _answers(self, question: str) -> str:
        try:
            answer: str = self.engine.eval_rule_as_json(f"data.{_ALL}.{question}")
        except RuntimeError:
            return ""
        finally:
            self.engine.take_prints()
        return "" if answer == _UNDEFINED else answer

    def take(self, document: str) -> dict[str, Any] | None:
        """Take the document that packages are asked about; why that cannot be, or None."""
        try:
            self.engine.set_input_json(document)
        except RuntimeError as error:
            return failure_of(error)
        return None

    def ask(self, package: str) -> dict[str, Any]:
        """The answer of one package about the document, or why there is none."""
        answers = []
        for name in SETS:
            try:
                answer = self.engine.eval_rule_as_json(f"data.{package}.{name}")
            except RuntimeError as error:
                failure = self._placed(failure_of(error))
                if failure["message"] == "not a valid rule path":
                    failure["message"] = f"the policy defines no set `{name}`"
                return failure
            finally:
                self.engine.take_prints()
            if answer == _UNDEFINED:
                return {"message": f"`{name}` is undefined"}
            answers.append(f'"{name}":{answer}')
        return {"answer": "{" + ",".join(answers) + "}"}

    def _load(self) -> None:
        """Start anew with every module that is not broken."""
        self.engine = new_engine()
        prepared = self._prepared
        given = {file: text.content.decode() for file, text in prepared.texts.items()} if prepared else {}
        for file, text in (self._trusted | given).items():
            if file in self.broken:
                continue
            try:
                self.engine.add_policy(file, text)
            except RuntimeError as error:
                self.broken[file] = self._placed(failure_of(error, file))
        self.engine.add_data_json(self._data)
        if prepared and prepared.supplied:
            from checker.engines.builtins import register  # noqa: PLC0415 - seldom needed

            register(self.engine, prepared.supplied)

    def _load_given(self, modules: dict[str, str]) -> None:
        """Load the user's modules too.

        The engine analyses all modules before it evaluates any, and stops at the first that is wrong: each
        one that is to blame is left out.
        """
        from checker.engines.rego.prepare import UNREADABLE, prepare  # noqa: PLC0415 - seldom needed

        self._prepared = prepare(modules, self._trusted, self._data)
        self.broken |= self._prepared.broken
        while True:
            self._load()
            try:
                self.engine.eval_query("true")
            except RuntimeError as error:
                failure = self._placed(failure_of(error))
                if failure["file"] not in modules or failure["file"] in self.broken:
                    return  # asking the packages tells it
                self.broken[failure["file"]] = failure | {"lacking": UNREADABLE}
            else:
                return

    def _placed(self, failure: dict[str, Any]) -> dict[str, Any]:
        """The failure, with the place that it means in the module as it was written."""
        from checker.engines.rego.prepare import placed  # noqa: PLC0415 - seldom needed
        from checker.engines.rego.text import Text  # noqa: PLC0415

        texts = dict(self._prepared.texts) if self._prepared else {}
        if (file := failure["file"]) in self._trusted:
            texts[file] = Text(self._trusted[file].encode())
        return placed(failure, texts)


def _question(packages: list[str]) -> str:
    answers = (
        f'"{package}": {{' + ", ".join(f'"{name}": data.{package}.{name}' for name in SETS) + "}"
        for package in packages
    )
    return "{\n" + ",\n".join(answers) + "\n}"  # the engine takes no lines of any length


def _parts(packages: str) -> list[list[str]]:
    return [part.split("\0") if part else [] for part in packages.split("\n")]


def _encoded(failure: object) -> bytes:
    import json  # noqa: PLC0415 - slow to import, and seldom needed

    return json.dumps(failure).encode()


def main() -> None:
    """Serve one parent until it closes the pipe."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    settings = read_frame(source)
    if settings is None:
        return
    memory_limit, time_limit, data, packages, trusted, *rest = unpacked(settings)
    limit_memory(int(memory_limit))
    limit_time(float(time_limit) + len(settings) * _SECONDS_PER_BYTE)
    files = dict(zip(rest[::2], rest[1::2], strict=True))
    names = set(trusted.split("\0"))
    worker = Worker(
        data,
        {file: text for file, text in files.items() if file in names},
        {file: text for file, text in files.items() if file not in names},
    )
    if any(parts := _parts(packages)) and not worker.broken:  # else the parent finds out which packages can be asked
        worker.add_questions(parts)
    write_frame(sink, _encoded(worker.broken) if worker.broken else b"")
    allowed = float(time_limit)
    while (request := read_frame(source)) is not None:
        command, payload = request[:1], str(memoryview(request)[1:], "utf-8")
        if command in {b"A", b"B", b"D"}:
            allowed = float(time_limit) + len(request) * _SECONDS_PER_BYTE
        del request
        limit_time(allowed)
        if command == b"Q":
            worker.add_questions(_parts(payload))
        elif command in {b"A", b"B"}:
            write_frame(sink, worker.ask_all(payload, in_two_processes=command == b"B").encode())
        elif command == b"D":
            failure = worker.take(payload)
            write_frame(sink, _encoded(failure) if failure else b"")
        else:
            answer = worker.ask(payload)
            write_frame(sink, b"+" + answer["answer"].encode() if "answer" in answer else b"-" + _encoded(answer))
