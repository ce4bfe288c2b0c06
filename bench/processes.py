"""Runs a command and measures it: wall time, and peak memory of its whole process tree.

Memory is the peak, over samples every few milliseconds, of the sum over the command and all its
descendants of their proportional set size (PSS: pages shared by several processes are divided among
them) from `/proc/PID/smaps_rollup`. The kernel walks the page tables for that, so it is asked only
when the cheap sum of resident sets (RSS, never below PSS) could mean a new peak, and for at most a
tenth of the time. A peak shorter than a few milliseconds can be missed; that of the largest single
process (`ru_maxrss`) cannot, and stands beside it.

Where there is no `/proc` (macOS), memory is the largest resident set that a single process of the
tree ever had (`ru_maxrss` of the command and of its waited-for descendants), which misses that
parent and child are large at the same time. `Measurement.method` says which it was.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_PROC: Final = Path("/proc")
_PAGE: Final = os.sysconf("SC_PAGE_SIZE")
_PAUSE: Final = 0.004
"""Seconds between two looks at the process tree."""
_REST: Final = 9
"""How many times as long as a reading of PSS took, the next one waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One run of a command."""

    seconds: float
    """Wall time from start to exit."""
    memory: int
    """Peak of the process tree in bytes, see `method`."""
    largest: int
    """Peak resident set of the largest single process in bytes (`ru_maxrss`)."""
    method: str
    """`pss` or, without `/proc`, `ru_maxrss`."""
    exit_code: int


def timed(command: Sequence[str], *, cwd: Path | None = None) -> Measurement:
    """Runs the command with its output thrown away, watching nothing: for exact times."""
    return _run(command, cwd, watch=False)


def watched(command: Sequence[str], *, cwd: Path | None = None) -> Measurement:
    """Runs the command, watching its memory; this costs the machine a few per cent of a core."""
    return _run(command, cwd, watch=_PROC.is_dir())


def _run(command: Sequence[str], cwd: Path | None, *, watch: bool) -> Measurement:
    started = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=cwd, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    tree = _Tree(process.pid)
    while watch and not _has_ended(process.pid):
        tree.look()
        time.sleep(_PAUSE)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    largest = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Measurement(
        seconds=seconds,
        memory=tree.peak if watch else largest,
        largest=largest,
        method="pss" if watch else "ru_maxrss",
        exit_code=process.returncode,
    )


def _has_ended(pid: int) -> bool:
    return os.waitid(os.P_PID, pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None


class _Tree:
    """A process and all that it started, while they run."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._next = 0.0
        self.peak = 0

    def look(self) -> None:
        """Takes a sample."""
        now = time.perf_counter()
        members = _descendants(self._pid)
        if now < self._next or sum(_resident(pid) for pid in members) <= self.peak:
            return
        self.peak = max(self.peak, sum(_proportional(pid) for pid in members))
        ended = time.perf_counter()
        self._next = ended + _REST * (ended - now)


def _descendants(pid: int) -> list[int]:
    """The process and everything below it, from `/proc/PID/task/*/children`."""
    found = [pid]
    for parent in found:
        for task in _listed(_PROC / str(parent) / "task"):
            found += [int(child) for child in _text(task / "children").split()]
    return found


def _resident(pid: int) -> int:
    fields = _text(_PROC / str(pid) / "statm").split()
    return int(fields[1]) * _PAGE if fields else 0


def _proportional(pid: int) -> int:
    for line in _text(_PROC / str(pid) / "smaps_rollup").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:  # The process has ended meanwhile.
        return []


def _text(file: Path) -> str:
    try:
        return file.read_text("ascii")
    except OSError:  # The process has ended meanwhile.
        return ""
