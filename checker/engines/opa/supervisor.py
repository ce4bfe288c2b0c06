"""Runs `opa` until the pipe from tfcheck is closed: by tfcheck, or by the system when tfcheck is killed.

It is a process of its own, started as a file and without site-packages: it costs 15 ms.
"""

import os
import subprocess
import sys
import threading

_MEMORY_VARIABLE = "GOMEMLIMIT"
_SOFT = 0.9  # of the limit: from here on, Go collects garbage harder


def limited(memory: int) -> None:
    """Let what is started from here use at most so many bytes, and write no core file; where the system can."""
    try:
        import resource  # noqa: PLC0415 - Windows has none
    except ImportError:
        return
    # Not address space, of which Go reserves much more than it uses.
    for limit, most in ((resource.RLIMIT_DATA, memory), (resource.RLIMIT_CORE, 0)):
        _, hard = resource.getrlimit(limit)
        lowest = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(limit, (lowest, lowest))
        except (OSError, ValueError):
            return


def main() -> None:
    """`supervisor.py MEMORY FOLDER COMMAND…`, in whose folder the command leaves its log."""
    memory, folder, *command = sys.argv[1:]
    limited(int(memory))
    # Policies see no environment; Windows starts nothing without this variable.
    environment = {name: os.environ[name] for name in ("SYSTEMROOT",) if name in os.environ}
    environment[_MEMORY_VARIABLE] = str(int(int(memory) * _SOFT))
    with open(os.path.join(folder, "log"), "wb") as log:  # noqa: PTH118, PTH123 - importing pathlib costs 10 ms
        process = subprocess.Popen(  # noqa: S603 - the program that the user names
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log
        )

    def watch() -> None:
        sys.stdin.buffer.read()
        process.kill()

    threading.Thread(target=watch, daemon=True).start()
    code = process.wait()
    os._exit(code if code >= 0 else 128 - code)  # the thread may still wait for input


if __name__ == "__main__":
    main()
