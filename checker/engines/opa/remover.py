"""Removes from a server what a run has put there, when the run ends, however it ends.

A process of its own does it, that waits until the pipe from tfcheck is closed: by tfcheck at its end, or by the
system when tfcheck is killed. The token goes to it through that pipe, where no list of processes shows it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checker.engines.opa.address import Address

_LONGEST = 60.0  # seconds that tfcheck waits for it; it goes on by itself
_SHORT = 1.0  # the same, of a server that is not to be waited for
_TIMEOUT = 30.0  # seconds for one request


class Remover:
    """Waits with the removal until it is told, or until this process is gone."""

    def __init__(self, address: Address, prefix: str, count: int) -> None:
        """Start it, before anything is put there. `count`: of the modules that may be."""
        self._process = subprocess.Popen(  # noqa: S603 - this Python, with code of our own
            [sys.executable, "-I", "-S", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={},
            start_new_session=True,  # Ctrl-C ends tfcheck, and not what tidies up behind it
        )
        assert self._process.stdin is not None
        place = {name: getattr(address, name) for name in address.__struct_fields__}
        told = {"path": sys.path, "address": place, "prefix": prefix, "count": count}
        self._process.stdin.write(json.dumps(told).encode() + b"\n")
        self._process.stdin.flush()

    def remove(self, *, is_waiting: bool) -> None:
        """Have everything removed; `is_waiting`: until it is.

        A server that does not answer is not waited for; nor one that is still at work for this process, for it
        takes no changes before it notices that this process is gone.
        """
        assert self._process.stdin is not None
        with suppress(OSError):  # it was killed
            self._process.stdin.close()
        try:
            self._process.wait(_LONGEST if is_waiting else _SHORT)
        except subprocess.TimeoutExpired:
            self._process.returncode = 0  # it goes on by itself; a Popen that is forgotten unasked warns of it


def module_id(prefix: str, number: int) -> str:
    """The id of a module on the server, by its place in the order of uploads."""
    return f"{prefix}/{number:04}.rego"


def main() -> None:
    """Wait for the end of the pipe, then remove."""
    told = json.loads(sys.stdin.buffer.readline() or b"null")
    if told is None:
        return
    sys.path[:] = told["path"]
    from checker.engines.opa.address import Address  # noqa: PLC0415 - it can be found only now
    from checker.engines.opa.client import Server  # noqa: PLC0415 - as above
    from checker.engines.opa.faults import PolicyError  # noqa: PLC0415 - as above

    server = Server(Address(**told["address"]), timeout=_TIMEOUT)
    while sys.stdin.buffer.read(1 << 10):
        pass
    numbers = [*reversed(range(told["count"]))]
    # The upload that was under way when tfcheck was killed may arrive after its removal.
    for number in (*numbers, *numbers[:1]):
        with suppress(PolicyError):  # another module needs it: it cannot be helped
            server.delete_module(module_id(told["prefix"], number))
    server.delete_data(told["prefix"])


if __name__ == "__main__":
    main()
