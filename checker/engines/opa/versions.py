"""Has modules of Rego v0 written as v1: a server takes all that is uploaded for one version, its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from checker.engines.frames import packed, unpacked
from checker.engines.process import EngineProcess
from checker.engines.protocol import Failure

if TYPE_CHECKING:
    from checker.engines.protocol import Program

_MEMORY = 2 << 30  # bytes
_SECONDS = 20.0


def in_v1(program: Program) -> Program:
    """The program with all modules of the user in v1; as it is, where that fails: OPA says what is wrong."""
    given = {file: text for file, text in program.modules.items() if file not in program.trusted}
    if not given:
        return program
    process = EngineProcess("translator", memory_limit=_MEMORY)
    reply = process.ask(packed((str(_MEMORY), *given.values())), limit=_SECONDS)
    process.close()
    if isinstance(reply, Failure):
        return program
    written = dict(zip(given, unpacked(reply), strict=True))
    return replace(program, modules={**program.modules, **written})
