"""Two embedded engines that share the policies between them where a document is large.

One evaluation uses one processor. A large document is given to two processes, each of which
evaluates half of the policies; a small one is done before a second process has started, and of a
very large one two copies would take too much memory.
"""

from __future__ import annotations

from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.engines.embedded import EmbeddedEngine, EngineClosedError
from checker.processors import processors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engines.protocol import Answer, Failure, Program

_SMALLEST = 4 << 20  # bytes of a document that is shared
_LARGEST = 48 << 20


class PairedEngine:
    """Implements `Engine` with one `EmbeddedEngine`, and with two more for large documents."""

    def __init__(self, *, time_limit: float, memory_limit: int) -> None:
        """Start one. Limits as for `EmbeddedEngine`, for each of them."""
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._single = self._made()
        self._pair: tuple[EmbeddedEngine, EmbeddedEngine] | None = None  # None: no document was large yet
        self._program: Program | None = None  # None: not loaded

    @property
    def description(self) -> str:
        """Name and version, for the report."""
        return self._single.description

    def load(self, program: Program) -> None:
        """Take the program; the first document decides who else does."""
        self._program = program
        self._single.load(program)

    def evaluate(self, document: bytes) -> Mapping[str, Answer | Failure]:
        """Ask each package about one document."""
        assert self._program is not None, "load comes first"
        if len(self._program.packages) == 1 or not _SMALLEST <= len(document) <= _LARGEST or processors() == 1:
            return self._single.evaluate(document)
        one, other = self._pair = self._pair or self._loaded_pair(self._program)
        answers: dict[str, Answer | Failure] = {}

        def ask_other() -> None:
            with suppress(EngineClosedError):  # below
                answers.update(other.evaluate(document))

        thread = Thread(target=ask_other)
        thread.start()
        try:
            own = one.evaluate(document)
        except BaseException:  # such as Ctrl-C: nobody wants the other answers any more
            other.close()
            raise
        finally:
            thread.join()
        return {**own, **answers}

    def close(self) -> None:
        """End all of them."""
        for engine in (self._single, *(self._pair or ())):
            engine.close()

    def _loaded_pair(self, program: Program) -> tuple[EmbeddedEngine, EmbeddedEngine]:
        pair = (self._made(), self._made())
        for engine, packages in zip(pair, halves(program), strict=True):
            engine.load(replace(program, packages=packages))
        return pair

    def _made(self) -> EmbeddedEngine:
        return EmbeddedEngine(time_limit=self._time_limit, memory_limit=self._memory_limit)


def halves(program: Program) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The packages in two parts of about the same work; those of one folder stay together, since they share rules.

    How much there is to do is told well enough by how much text the packages of a folder need.
    """
    folders: dict[str, list[str]] = {}
    for package in program.packages:
        folders.setdefault(package.rpartition(".")[0], []).append(package)
    parts: tuple[list[str], list[str]] = ([], [])
    work = [0, 0]
    for size, packages in sorted(((_size(program, each), each) for each in folders.values()), reverse=True):
        lighter = 0 if work[0] <= work[1] else 1
        parts[lighter].extend(packages)
        work[lighter] += size
    return tuple(parts[0]), tuple(parts[1])


def _size(program: Program, packages: list[str]) -> int:
    files = {file for package in packages for file in program.needs[package]}
    return sum(len(program.modules[file]) for file in files)
