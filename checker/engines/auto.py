"""The embedded engine, and OPA for the policies that need what only OPA has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.engines.protocol import Failure
from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from checker.engines.protocol import Answer, Engine, Program


class AutoEngine:
    """Implements `Engine` with another one, and with OPA where that one lacks something."""

    def __init__(self, embedded: Engine, make_opa: Callable[[], Engine]) -> None:
        """`make_opa` is called when OPA is needed; raises `UsageError` where there is none."""
        self._embedded = embedded
        self._make_opa = make_opa
        self._opa: Engine | None = None  # None: it was not needed yet
        self._program: Program | None = None  # None: not loaded

    @property
    def description(self) -> str:
        """Names and versions of those that were asked."""
        return " and ".join(engine.description for engine in self._engines)

    def load(self, program: Program) -> None:
        """Take the program. Which policies OPA is asked about is known when it was read."""
        self._program = program
        self._embedded.load(program)

    def evaluate(self, document: bytes) -> Mapping[str, Answer | Failure]:
        """Ask the embedded engine about all packages, and OPA about those that it cannot answer."""
        answers = self._embedded.evaluate(document)
        lacking = {
            package: answer for package, answer in answers.items() if isinstance(answer, Failure) and answer.is_lacking
        }
        return {**answers, **self._answers_of_opa(lacking, document)} if lacking else answers

    def close(self) -> None:
        """End both."""
        for engine in self._engines:
            engine.close()

    @property
    def _engines(self) -> tuple[Engine, ...]:
        return (self._embedded,) if self._opa is None else (self._embedded, self._opa)

    def _answers_of_opa(self, lacking: Mapping[str, Failure], document: bytes) -> Mapping[str, Answer | Failure]:
        assert self._program is not None
        try:
            self._opa = self._opa or self._make_opa()
        except UsageError as error:
            reason = f"{error}; {error.hint}"
            return {package: replace(why, hint=f"{why.hint}: {reason}") for package, why in lacking.items()}
        self._opa.load(_part_of(self._program, lacking.keys()))
        return self._opa.evaluate(document)


def _part_of(program: Program, packages: Collection[str]) -> Program:
    """The program of these packages alone."""
    needs = {package: program.needs[package] for package in packages}
    files = {file for needed in needs.values() for file in needed}
    modules = {file: text for file, text in program.modules.items() if file in files}
    return replace(program, modules=modules, packages=tuple(needs), needs=needs)
