"""The embedded engine: regorus, in a process of its own.

Evaluation cannot be interrupted from within and may take the process down, so it runs in a child
that is killed when it exceeds its time, and started again for the policies that are left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec.structs import replace

from checker.engines.frames import packed
from checker.engines.halves import halves
from checker.engines.imported import with_own_rules
from checker.engines.process import EngineProcess
from checker.engines.protocol import Answer, Failure, Program
from checker.processors import processors

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_VERSION = "0.13.0"  # pinned in pyproject.toml; to ask importlib.metadata costs a tenth of a small run
_SECONDS_PER_BYTE = 1e-6  # on top of the limit, so that it need not be raised for large documents
_LEAST = 1.0  # seconds that a policy may always take, however many others were stopped
LARGE = 4 << 20  # bytes of a document of which two processes share the policies: to copy one takes its time too
_PROBING = 10.0  # seconds for loading one module of which it is asked whether it can be loaded at all
# What the engine says of values that a function or an operator cannot take.
_ERRORS = (
    "expects",
    "requires",
    "invalid",
    "could not",
    "divide by zero",
    "modulo",
    "Error",
    "Failed",
    "negative",
    "` takes",
)
_STRICT = "OPA takes it for undefined, which may let things pass; here it breaks the policy: check the value first"


class EngineClosedError(Exception):
    """Another thread has closed the engine, which is not used any more."""


class EmbeddedEngine:
    """Implements `Engine` with regorus in a child process."""

    def __init__(self, *, time_limit: float, memory_limit: int) -> None:
        """Start the process. Limits: seconds for the policies and a document, bytes of address space."""
        self._time_limit = time_limit
        self._memory_limit = memory_limit
        self._program: Program | None = None  # None: not loaded
        self._broken: dict[str, Failure] = {}  # module → why it could not be loaded
        self._unloadable: dict[str, Failure] = {}  # those of them that take the process down
        self._loaded = False
        self._is_closed = False
        self._process: EngineProcess | None = None  # None: killed or not started
        self._start()

    @property
    def description(self) -> str:
        """Name and version, for the report."""
        return f"regorus {_VERSION}"

    def load(self, program: Program) -> None:
        """Send the program to the process, which parses it while the document is read here."""
        if self._program is not None:
            self._end()
        self._program = program
        self._broken = {}
        self._unloadable = {}
        self._send_program()

    def evaluate(self, document: bytes) -> Mapping[str, Answer | Failure]:
        """Ask all packages at once; where that fails, each for itself, to tell which one is to blame."""
        assert self._program is not None, "load comes first"
        limit = self._time_limit + len(document) * _SECONDS_PER_BYTE
        failure = self._ready()
        if failure is not None:
            return dict.fromkeys(self._program.packages, failure)
        packages = self._program.packages
        broken = {package: why for package in packages if (why := self._broken_below(package)) is not None}
        asked = [package for package in packages if package not in broken]
        if not asked:
            return broken
        in_two = len(document) >= LARGE and all(halves(self._program, asked)) and processors() > 1
        answers = self._process_running().ask(b"B" if in_two else b"A", document, limit=limit)
        if isinstance(answers, Failure):
            self._process = None
        elif answers:
            decoded = msgspec.json.decode(answers, type=dict[str, msgspec.Raw])
            return broken | {package: Answer(text=bytes(text)) for package, text in decoded.items()}
        return broken | self._one_by_one(document, asked, limit)

    def close(self) -> None:
        """End the process, also while another thread waits for its answer; no other one is started."""
        self._is_closed = True
        self._end()

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.close()

    def _one_by_one(self, document: bytes, packages: Iterable[str], limit: float) -> dict[str, Answer | Failure]:
        """Ask each package for itself, the shipped ones first.

        The time that a package may take is halved with each that was stopped: however many never end,
        the others are asked, and all of it ends.
        """
        answers: dict[str, Answer | Failure] = {}
        least = min(limit, _LEAST + len(document) * _SECONDS_PER_BYTE)
        has_document = False
        for package in sorted(packages, key=self._is_given):
            failure = None if has_document else self._take(document, limit)
            answers[package] = failure or self._ask(package, limit)
            has_document = self._process is not None and failure is None
            if self._process is None:
                limit = max(limit / 2, least)
        return answers

    def _is_given(self, package: str) -> bool:
        """Whether the package needs modules of the user."""
        assert self._program is not None
        return not self._program.trusted.issuperset(self._program.needs[package])

    def _take(self, document: bytes, limit: float) -> Failure | None:
        """Give the document to the process; why that cannot be, or None."""
        if (failure := self._ready()) is not None:
            return failure
        reply = self._process_running().ask(b"D", document, limit=limit)
        if isinstance(reply, Failure):
            self._process = None
            return reply
        return _failure(msgspec.json.decode(reply)) if reply else None

    def _ask(self, package: str, limit: float) -> Answer | Failure:
        reply = self._process_running().ask(b"P", package.encode(), limit=limit)
        if isinstance(reply, Failure):
            self._process = None
            return reply
        if reply.startswith(b"+"):
            return Answer(text=reply[1:])
        failure = _failure(msgspec.json.decode(reply[1:]))
        is_strict = not failure.is_lacking and any(word in failure.message for word in _ERRORS)
        return replace(failure, hint=_STRICT) if is_strict else failure

    def _broken_below(self, package: str) -> Failure | None:
        """Why a module that the package needs could not be loaded; None where all could."""
        assert self._program is not None
        return next((self._broken[file] for file in self._program.needs[package] if file in self._broken), None)

    def _ready(self) -> Failure | None:
        """Wait until the process has loaded the program; start one where there is none."""
        if self._is_closed:
            raise EngineClosedError
        if self._process is None:
            self._start()
            self._send_program()
        if self._loaded:
            return None
        reply = self._loading()
        if isinstance(reply, Failure) and self._find_unloadable():
            self._start()
            self._send_program()
            reply = self._loading()
        if isinstance(reply, Failure):
            return reply
        told: dict[str, dict[str, Any]] = msgspec.json.decode(reply) if reply else {}
        self._broken = self._unloadable | {file: _failure(failure) for file, failure in told.items()}
        self._loaded = True
        assert self._program is not None
        if self._broken:  # else it has the question already
            asked = [package for package in self._program.packages if self._broken_below(package) is None]
            self._process_running().send(b"Q", self._shared(asked).encode())
        return None

    def _loading(self) -> bytes | Failure:
        reply = self._process_running().receive(self._time_limit)
        if isinstance(reply, Failure):
            self._process = None
        return reply

    def _find_unloadable(self) -> bool:
        """Load each module of the user alone, to find those that take the process down; whether there are any."""
        assert self._program is not None
        for file, text in self._program.modules.items():
            if file in self._program.trusted or file in self._unloadable:
                continue
            process = EngineProcess("worker", memory_limit=self._memory_limit)
            reply = process.ask(self._encoded({file: text}, b"{}", (), ()), limit=min(self._time_limit, _PROBING))
            process.close()
            if isinstance(reply, Failure):
                self._unloadable[file] = replace(reply, message=f"loading the module: {reply.message}", file=file)
        return bool(self._unloadable)

    def _start(self) -> None:
        self._process = process = EngineProcess("worker", memory_limit=self._memory_limit)
        self._loaded = False
        if self._is_closed:  # meanwhile
            process.close()

    def _send_program(self) -> None:
        program = self._program
        assert program is not None
        if self._process is None:
            self._start()
        modules = {
            file: with_own_rules(text, program.imported.get(file, ()))
            for file, text in program.modules.items()
            if file not in self._unloadable
        }
        self._process_running().send(self._encoded(modules, program.data, program.trusted, program.packages))

    def _encoded(
        self, modules: Mapping[str, str], data: bytes, trusted: Iterable[str], packages: Iterable[str]
    ) -> bytes:
        """What the process is told first."""
        numbers = (str(self._memory_limit), str(self._time_limit))
        texts = (text for module in modules.items() for text in module)
        return packed((*numbers, data.decode(), self._shared(packages), "\0".join(trusted), *texts))

    def _shared(self, packages: Iterable[str]) -> str:
        """The packages to ask, in the two parts that two processes are asked for."""
        assert self._program is not None
        return "\n".join("\0".join(part) for part in halves(self._program, packages))

    def _process_running(self) -> EngineProcess:
        process = self._process
        if process is None:  # closed by another thread
            raise EngineClosedError
        return process


def _failure(told: dict[str, Any]) -> Failure:
    lacking = told.get("lacking", "")  # what to do about what the engine lacks
    return Failure(
        message=told["message"],
        hint=lacking,
        file=told.get("file", ""),
        line=told.get("line"),
        column=told.get("column"),
        is_lacking=bool(lacking),
    )
