"""The engine that asks OPA: which policies answer, and whose fault it is where one does not."""

from __future__ import annotations

import time
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from checker.engines.opa.faults import PolicyError, ServerError, refuse_old
from checker.engines.opa.question import reply_of
from checker.engines.protocol import Answer, Failure, Program

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.engines.opa.host import Host, Loaded
    from checker.engines.opa.question import Reply

_SECONDS_PER_BYTE = 5e-6  # on top of the limit, so that it need not be raised for large documents
_ROUNDS = 3  # how many times the limit all policies together may take, when they are asked one by one
_LEAST = 1.0  # seconds that a policy may always take, however many others were stopped
_LOOKING = 5.0  # seconds for seeing whether a server that is late answers at all
_LATE = "the policy may never end, or the server is slow: raise time_limit or opa_timeout in tfcheck.yaml"
_LOST = "something else replaces its policies, such as bundles: give it those of tfcheck and use --opa-preloaded"
_DIED = "it may need more memory than memory_limit in tfcheck.yaml allows"


class _FailingPolicyError(Exception):
    """One of the policies that were asked fails for this document."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


class OpaEngine:
    """Implements `Engine` with a server; several threads may evaluate at once."""

    def __init__(self, host: Host, *, time_limit: float, token: str = "") -> None:
        """`time_limit`: seconds for the policies and a document; `token`: what no message may repeat."""
        self._host = host
        self._time_limit = time_limit
        self._token = token
        self._program: Program | None = None  # None: not loaded
        self._loaded: Loaded | None = None  # None: not loaded, or lost
        self._trouble: ServerError | None = None  # None: it could be loaded
        self._version = ""
        self._loading = Lock()

    @property
    def description(self) -> str:
        """Name and version, for the report."""
        return f"opa {self._version}".strip()

    def load(self, program: Program) -> None:
        """Load the program, unless it is loaded already. What is wrong is told by `evaluate`."""
        with self._loading:
            if self._program == program:
                return
            self._program, self._loaded, self._trouble = program, None, None
            self._load()

    def evaluate(self, document: bytes) -> Mapping[str, Answer | Failure]:
        """Ask all packages at once; where that fails, fewer, to tell which one is to blame."""
        assert self._program is not None, "load comes first"
        try:
            loaded = self._ready()
        except ServerError as error:
            return dict.fromkeys(self._program.packages, self._server_failure(error))
        broken = {
            package: why for package in self._program.packages if (why := self._broken(package, loaded)) is not None
        }
        asked = [package for package in self._program.packages if package not in broken]
        limit = self._time_limit + len(document) * _SECONDS_PER_BYTE
        return broken | _Evaluation(self, document, limit).answers(asked)

    def close(self) -> None:
        """Leave nothing behind."""
        self._host.close()

    def ask(self, packages: Sequence[str], document: bytes, limit: float) -> Reply:
        """What these packages say. Raises `ServerError`, and `_FailingPolicyError` where one of them fails."""
        loaded = self._ready()
        reply = self._reply(loaded, packages, document, limit)
        if not reply.is_loaded:
            reply = self._reply(self._reloaded(loaded), packages, document, limit)
        if not reply.is_loaded:
            raise ServerError("it loses the policies that were uploaded", _LOST)
        return reply

    def has_died(self) -> bool:
        """Whether its own server is gone; after it was asked, a new one is started by the next question."""
        if not self._host.has_ended or self._trouble is not None:
            return False
        self._loaded = None
        return True

    def is_up(self) -> bool:
        """Whether the server answers anything."""
        return self._loaded is not None and self._loaded.server.is_up(_LOOKING)

    def end_work(self) -> None:
        """Stop what took too long."""
        self._host.end_work()
        self.has_died()

    def server_failure(self, error: ServerError) -> Failure:
        """What is wrong with the server, and from now on it is asked less patiently."""
        if self._loaded is not None:
            self._loaded.server.give_up()
        return self._server_failure(error)

    def _server_failure(self, error: ServerError) -> Failure:
        cause = error.cause.replace(self._token, "***") if self._token else error.cause
        return Failure(message=f"{self._host.name}: {cause}", hint=error.hint)

    def late_failure(self, limit: float) -> Failure:
        """That the server is still at work on a policy."""
        return Failure(message=f"stopped after {round(limit, 1):g} seconds: no answer of {self._host.name}", hint=_LATE)

    def died_failure(self) -> Failure:
        """That a policy ended the server."""
        return Failure(message=f"took down {self._host.name}", hint=_DIED)

    def _ready(self) -> Loaded:
        with self._loading:
            if self._loaded is None and self._trouble is None:
                self._load()
            if self._loaded is None:
                assert self._trouble is not None
                raise self._trouble
            return self._loaded

    def _reloaded(self, lost: Loaded) -> Loaded:
        """The program, loaded again unless another thread has done so meanwhile."""
        with self._loading:
            if self._loaded is lost:
                self._loaded = None
        return self._ready()

    def _load(self) -> None:
        assert self._program is not None
        try:
            loaded = self._host.load(self._program)
            self._version = self._version or loaded.server.version()
            refuse_old(self._version)
        except ServerError as error:
            self._trouble = error
        else:
            self._loaded = loaded

    def _reply(self, loaded: Loaded, packages: Sequence[str], document: bytes, limit: float) -> Reply:
        try:
            return reply_of(loaded.server.ask(loaded.question.query(packages), document, limit), packages)
        except PolicyError as error:
            raise _FailingPolicyError(loaded.failure_of(error.complaint)) from error
        except msgspec.DecodeError as error:
            raise ServerError("its answer is not one to the question", "check --opa-url: is this OPA?") from error

    def _broken(self, package: str, loaded: Loaded) -> Failure | None:
        """Why a module that the package needs could not be loaded; None where all could."""
        assert self._program is not None
        return next((loaded.broken[file] for file in self._program.needs[package] if file in loaded.broken), None)


class _Evaluation:
    """The questions about one document."""

    def __init__(self, engine: OpaEngine, document: bytes, limit: float) -> None:
        self._engine = engine
        self._document = document
        self._limit = limit
        self._end = time.monotonic() + (1 + _ROUNDS) * limit

    def answers(self, packages: Sequence[str]) -> dict[str, Answer | Failure]:
        """Of each package."""
        if not packages:
            return {}
        limit = min(self._limit, max(self._end - time.monotonic(), _LEAST))
        try:
            return self._engine.ask(packages, self._document, limit).answers
        except _FailingPolicyError as error:
            if len(packages) == 1:
                return {packages[0]: error.failure}
            # Halves: each question costs the rules that policies share.
            middle = len(packages) // 2
            return self.answers(packages[:middle]) | self.answers(packages[middle:])
        except ServerError as error:
            return self._without_answer(error, packages, limit)

    def _without_answer(self, error: ServerError, packages: Sequence[str], limit: float) -> dict[str, Answer | Failure]:
        if error.is_late and self._engine.is_up():
            failure = self._engine.late_failure(limit)
            self._engine.end_work()
        elif self._engine.has_died():
            failure = self._engine.died_failure()
        else:
            return dict.fromkeys(packages, self._engine.server_failure(error))
        if len(packages) == 1:
            return {packages[0]: failure}
        return self._one_by_one(packages)

    def _one_by_one(self, packages: Sequence[str]) -> dict[str, Answer | Failure]:
        found: dict[str, Answer | Failure] = {}
        for package in packages:
            found |= self.answers([package])
        return found
