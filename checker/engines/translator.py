"""The process in which modules of Rego v0 are written as v1, for an OPA that takes all modules for v1.

It is given modules, and answers with all of them, those of v0 in other words.
"""

from __future__ import annotations

import sys

from checker.engines.child import limit_memory, limit_time
from checker.engines.frames import packed, read_frame, unpacked, write_frame

_SECONDS = 20.0


def main() -> None:
    """Serve one parent, once."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    given = read_frame(source)
    if given is None:
        return
    memory_limit, *texts = unpacked(given)
    limit_memory(int(memory_limit))
    limit_time(_SECONDS)
    write_frame(sink, packed(_as_v1(text) for text in texts))


def _as_v1(given: str) -> str:
    from checker.engines.rego.text import Text  # noqa: PLC0415 - as in worker.py
    from checker.engines.rego.tree import parse  # noqa: PLC0415
    from checker.engines.rego.version import as_v1  # noqa: PLC0415

    text = Text(given.removeprefix("\ufeff").encode())
    try:
        parse("", text.content)
    except RuntimeError:
        written = as_v1("", text)
        return given if written is None else written.content.decode()
    except RecursionError:
        pass
    return given
