"""Lets a second process read the second half of a large plan, while this one reads the first.

Reading is bound by the processor, and one Python process uses one. The other process is started
with a program of its own and not by `multiprocessing`, which would run the main module of whoever
uses tfcheck as a library once more.
"""

from __future__ import annotations

import contextlib
import gc
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from msgspec import Struct

from checker.processors import processors

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from types import TracebackType

_SMALLEST = 16 << 20  # bytes
_PROGRAM = "import sys; sys.path.insert(0, {path!r}); from checker.sources import second_half; second_half.main()"


def start_for(data: memoryview) -> AbstractContextManager[SecondHalf | None]:
    """A process, if a plan of this size takes longer to read than one takes to start, and a processor is free."""
    return SecondHalf() if len(data) >= _SMALLEST and processors() > 1 else contextlib.nullcontext()


class Task(Struct, frozen=True, kw_only=True):
    """A function of this package and what it is called with; both are pickled."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]


class SecondHalf:
    """A process that does one task; used in a `with` statement, after which it is gone."""

    def __init__(self) -> None:
        """Start it; it takes its time, so that it is best started before its task is known."""
        self._process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-I", "-c", _PROGRAM.format(path=str(Path(__file__).parents[2]))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def give(self, task: Task) -> None:
        """Tell it what to do, all at once: a thread that did so beside our own work would slow it down."""
        import pickle  # noqa: PLC0415 - only large plans are pickled

        assert self._process.stdin is not None
        with contextlib.suppress(OSError):  # it died, as `result` tells
            pickle.dump(task, self._process.stdin, pickle.HIGHEST_PROTOCOL)
            self._process.stdin.close()

    def result(self) -> Any:
        """What the function returned, or raise what it raised; None where the process died."""
        assert self._process.stdout is not None
        reply = self._process.stdout.read()
        if self._process.wait() != 0:
            return None
        import pickle  # noqa: PLC0415 - only large plans are pickled

        result = pickle.loads(reply)  # noqa: S301 - written by our own process
        if isinstance(result, Exception):
            raise result
        return result

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def main() -> None:
    """Do the task that stands on standard input; the other process reads what comes of it."""
    import pickle  # noqa: PLC0415 - only large plans are pickled

    gc.disable()  # it ends when it is done
    task: Task = pickle.loads(sys.stdin.buffer.read())  # noqa: S301 - as above
    try:
        result = task.function(*task.arguments)
    except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
        result = error
    pickle.dump(result, sys.stdout.buffer, pickle.HIGHEST_PROTOCOL)
