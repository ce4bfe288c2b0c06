"""What the processes in which the embedded engine runs have in common.

It imports only the engine: starting such a process is part of every run.
"""

from __future__ import annotations

import regorus

TYPE_CHECKING = False  # importing it from typing would double the start of the process
if TYPE_CHECKING:
    from typing import Any

# Of one module; more is no policy that a person wrote.
_LONGEST_LINE = 1 << 16
_LARGEST_MODULE = 1 << 24
_MOST_LINES = 1 << 18

LACKED = "needs --engine opa"  # what to do about what this engine lacks
_LEAST_ADDRESS_SPACE = 5 << 28  # bytes; the engine's allocator reserves a GiB when it starts, used or not
_GRACE = 5  # seconds that the parent has for stopping this process before it stops itself


def new_engine() -> regorus.Engine:
    """An engine without modules; what policies print is kept apart from what the process answers."""
    engine = regorus.Engine()
    engine.set_gather_prints(True)
    engine.set_policy_length_config(max_col=_LONGEST_LINE, max_file_bytes=_LARGEST_MODULE, max_lines=_MOST_LINES)
    return engine


def failure_of(error: RuntimeError, file: str = "") -> dict[str, Any]:
    """The engine's message, which spans lines and draws a caret, as a sentence and a place.

    `file`: the module that is meant where the message names none.
    """
    import re  # noqa: PLC0415 - slow to import, and seldom needed

    text = str(error).partition("Stack backtrace:")[0]
    lines = text.splitlines()
    message = next((line.removeprefix("error: ") for line in lines if line.startswith("error: ")), text.strip())
    # What tfcheck's own functions raise is told as the engine tells of its own.
    told = re.sub(r"^extension '(.*?)' raises Python error: \w+: ", r"`\1` ", message)
    failure: dict[str, Any] = {"message": told, "file": file}
    if "raises Python error: LackingError" in message:
        failure["lacking"] = LACKED
    if place := re.search(r"--> (.+?):(\d+):(\d+)", text):
        failure |= {"file": place[1], "line": int(place[2]), "column": int(place[3])}
    return failure


def limit_memory(size: int) -> None:
    """Let this process use at most `size` bytes of address space, or what it cannot do without; and write no core file.

    Linux alone keeps to it; macOS takes the limit and ignores it, and Windows has none.
    """
    try:
        import resource  # noqa: PLC0415
    except ImportError:
        return
    for limit, most in ((resource.RLIMIT_AS, max(size, _LEAST_ADDRESS_SPACE)), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(limit, (lowest, lowest))
        except (OSError, ValueError):
            return  # a system without this limit: the one of time remains


def limit_time(seconds: float) -> None:
    """Let the system end this process when it has worked for so long from now: its parent may be gone.

    The parent ends it before that, wherever it still can.
    """
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    most = int(used.ru_utime + used.ru_stime + seconds) + _GRACE
    resource.setrlimit(resource.RLIMIT_CPU, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
