"""What an engine is given, and what it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Program(Struct, frozen=True, kw_only=True):
    """What an engine is loaded with, once for all documents."""

    modules: Mapping[str, str]  # file, as errors name it → Rego text
    trusted: frozenset[str]  # files of those that tfcheck ships, of which the tests show what engines make of them
    packages: tuple[str, ...]  # those to ask, such as policies.rules.jobs.run_as
    needs: Mapping[str, tuple[str, ...]]  # package to ask → files of the modules it needs, its own first
    data: bytes  # JSON text of the `data` beside the modules
    # Of modules of which it is known: where they name rules of other packages by the names of their imports,
    # in the order of the text: from, to, and the path below `data`.
    imported: Mapping[str, Sequence[tuple[int, int, str]]] = {}

    def __repr__(self) -> str:
        """Without the texts, which are long."""
        return f"Program(packages={self.packages!r})"


class Answer(Struct, frozen=True, kw_only=True):
    """What one package said: JSON text of `{"deny": […], "undecided": […], "checked": […]}`."""

    text: bytes


class Failure(Struct, frozen=True, kw_only=True):
    """Why one package said nothing."""

    message: str
    hint: str = ""
    file: str = ""  # the module; "" where it is not known
    line: int | None = None  # None: not known
    column: int | None = None  # None: not known
    is_lacking: bool = False  # whether another engine may have what this one lacks


class Engine(Protocol):
    """Evaluates policies; used for one program, for any number of documents, then closed."""

    @property
    def description(self) -> str:
        """Name and version, for the report."""

    def load(self, program: Program) -> None:
        """Take the program. What is wrong with a module is told by `evaluate`, per package."""

    def evaluate(self, document: bytes) -> Mapping[str, Answer | Failure]:
        """Ask each package about one document; every package is in the result."""

    def close(self) -> None:
        """End what was started; harmless when called twice."""
