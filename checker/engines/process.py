"""A Python process of our own: given requests in frames, killed when an answer takes too long."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING

from checker.engines.frames import read_frame, write_frame
from checker.engines.protocol import Failure

if TYPE_CHECKING:
    from collections.abc import Iterator

_HAS_GROUPS = hasattr(os, "killpg")
_ENVIRONMENT = {"RUST_BACKTRACE": "0"}  # policies see no environment


class EngineProcess:
    """A process that serves this one; after a failure it is gone, and another may be started."""

    def __init__(self, module: str, *, memory_limit: int) -> None:
        """Start `main()` of a module of this package. The limit, in bytes, is quoted when the process dies of it."""
        self._memory_limit = memory_limit
        self._is_gone = False
        self._process = subprocess.Popen(  # noqa: S603 - this Python, with code of our own
            [sys.executable, "-I", "-S", "-c", _bootstrap(module)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT | {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ},
            process_group=0 if _HAS_GROUPS else None,  # its own, with the copy that it may make of itself
        )

    def ask(self, *request: bytes, limit: float) -> bytes | Failure:
        """Send a request, in one or more parts, and wait for its reply, at most `limit` seconds for both."""
        with self._deadline(limit) as expired:
            self.send(*request)
            return self._reply(limit, expired)

    def send(self, *request: bytes) -> None:
        """Send a request; where the process has died, `receive` says so."""
        assert self._process.stdin is not None
        with suppress(OSError, ValueError):  # it died or was closed; reading its reply says so
            write_frame(self._process.stdin, *request)

    def receive(self, limit: float) -> bytes | Failure:
        """The next reply; a failure, and the process ended, where it dies or takes longer than `limit` seconds."""
        with self._deadline(limit) as expired:
            return self._reply(limit, expired)

    def _reply(self, limit: float, expired: threading.Event) -> bytes | Failure:
        assert self._process.stdout is not None
        try:
            reply = read_frame(self._process.stdout)
        except ValueError:  # another thread has closed it
            reply = None
        if reply is not None:
            return reply
        code = self._process.wait()
        self.close()
        return self._too_long(limit) if expired.is_set() else self._died(code)

    @contextmanager
    def _deadline(self, limit: float) -> Iterator[threading.Event]:
        """Kill the process when the time is over: a policy cannot be stopped in any other way."""
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            self._kill()

        timer = threading.Timer(limit, expire)
        timer.daemon = True
        timer.start()
        try:
            yield expired
        finally:
            timer.cancel()

    def close(self) -> None:
        """End the process; harmless when called twice."""
        self._kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                _close_quietly(pipe)

    def _kill(self) -> None:
        """Kill the process and the copy that it may have made of itself, which outlives it if it dies."""
        if not _HAS_GROUPS:
            self._process.kill()
        elif not self._is_gone:
            with suppress(ProcessLookupError, PermissionError):  # macOS says the latter of one that ends just now
                os.killpg(self._process.pid, signal.SIGKILL)
            self._is_gone = True  # and its number may become another group's

    def _too_long(self, limit: float) -> Failure:
        return Failure(
            message=f"stopped after {round(limit, 1):g} seconds",
            hint="the policy may never end; or raise time_limit in tfcheck.yaml",
        )

    def _died(self, code: int) -> Failure:
        if code == -getattr(signal, "SIGKILL", 0):
            return Failure(
                message="the engine's process was killed from outside",
                hint="the machine may be short of memory: lower memory_limit in tfcheck.yaml, or jobs",
            )
        return Failure(
            message=f"took the engine down (exit code {code})",
            hint="it may be nested too deeply, or "
            f"need more than {self._memory_limit / 1024**3:.1f} GiB: raise memory_limit in tfcheck.yaml",
        )


def _bootstrap(module: str) -> str:
    """Python code that finds this package and the engine without searching site-packages first."""
    engine = find_spec("regorus")
    assert engine is not None
    assert engine.origin is not None
    paths = [str(Path(__file__).parents[2]), str(Path(engine.origin).parents[1])]
    return f"import sys; sys.path += {paths!r}; from checker.engines.{module} import main; main()"


def _close_quietly(pipe: IO[bytes]) -> None:
    with suppress(OSError):  # flushing to a process that is gone
        pipe.close()
