"""Does a part of the work in a copy of this process, which has in memory all that it needs.

Nothing is sent to the copy, and it shares memory with this process as far as neither writes to it.
"""

from __future__ import annotations

import os
import signal
import sys

TYPE_CHECKING = False  # importing it from typing would double the start of an engine's process
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self


def can_fork() -> bool:
    """Whether a copy of this process can work: not on Windows, nor safely on macOS, nor beside other threads."""
    if sys.platform in {"win32", "darwin"}:
        return False
    threading = sys.modules.get("threading")
    return threading is None or threading.active_count() == 1


class Fork:
    """A copy of this process that finds out one thing, and ends; used in a `with` statement."""

    def __init__(self, work: Callable[[], bytes]) -> None:
        """Start it. Raises `OSError` where the system gives no further process."""
        source, sink = os.pipe()
        try:
            self._process = os.fork()
        except OSError:
            os.close(source)
            os.close(sink)
            raise
        if self._process == 0:
            os.close(source)
            _tell(sink, work)
        os.close(sink)
        self._source = open(source, "rb")  # noqa: PTH123, SIM115 - no path; closed by `__exit__`

    def result(self) -> bytes | None:
        """What the work came to; None where it failed, and is to be done here."""
        result = self._source.read()
        return result if self._ended() == 0 else None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._source.close()
        if self._process:
            os.kill(self._process, signal.SIGKILL)
            self._ended()

    def _ended(self) -> int:
        process, self._process = self._process, 0
        return os.waitpid(process, 0)[1]


def _tell(pipe: int, work: Callable[[], bytes]) -> None:
    """In the copy: it ends here, and does nothing of what its parent would do at its own end."""
    status = 1
    try:
        with open(pipe, "wb") as sink:
            sink.write(work())
        status = 0
    finally:
        os._exit(status)
