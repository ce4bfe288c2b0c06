"""Runs `opa` for one engine: on the loopback interface or a unix socket, for as long as the engine lives.

On a unix socket in a folder of its own where the system has them: any user of the machine can reach a port of
the loopback interface, and could load other policies there; and between choosing a free port and listening on
it, another program may take it. Having OPA ask for a token instead makes it parse documents twice, and its
evaluation takes half as long again.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from checker.engines.opa.address import Address
from checker.engines.opa.client import Server
from checker.engines.opa.faults import ServerError, refuse_old
from checker.engines.opa.host import Loaded, Placed
from checker.engines.opa.modules import in_order, module_of
from checker.engines.opa.upload import refusal, upload
from checker.engines.opa.versions import in_v1

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.engines.protocol import Program

_STARTING = 30.0  # seconds
_ENDING = 1.0  # seconds that it may take to end
_PAUSE = 0.01  # seconds between looking whether it has started
_PORTS_TRIED = 5
_LONGEST_SOCKET = 100  # bytes of a path; systems take 104 to 108
_LARGEST = 1 << 40  # bytes of a document; OPA's own limit is 256 MiB
_MODULES = "modules"
_FLAGS = ("--log-level", "error", "--log-format", "text", "--skip-version-check", "--shutdown-grace-period", "1")


class OwnHost:
    """Implements `Host` with a process of its own."""

    def __init__(self, binary: str, *, timeout: float, memory_limit: int, on_loopback: bool = False) -> None:
        """`memory_limit`: bytes; `on_loopback`: listen there also where there are unix sockets."""
        self._binary = binary
        self._timeout = timeout
        self._memory_limit = memory_limit
        self._on_loopback = on_loopback or not hasattr(socket, "AF_UNIX")
        self._folder: Path | None = None  # None: not started, or stopped
        self._process: subprocess.Popen[bytes] | None = None  # the same
        self._server: Server | None = None  # the same

    @property
    def name(self) -> str:
        """How messages call it."""
        return f"{self._binary}, as started by tfcheck"

    @property
    def has_ended(self) -> bool:
        """Whether it was stopped or has ended by itself: its connections end a moment before it does."""
        if self._process is not None:
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(_ENDING)
        return self._is_gone

    def load(self, program: Program) -> Loaded:
        """Start it with all modules at once, which is fast; where it does not take them, find out which.

        Raises `ServerError`.
        """
        program = in_v1(program)
        modules = in_order({file: module_of(file, text) for file, text in program.modules.items()})
        placed = {
            f"{_MODULES}/{number:04}.rego": Placed(file=module.file, text=module.text)
            for number, module in enumerate(modules)
        }
        given = {id_: each for id_, each in placed.items() if each.file not in program.trusted}
        try:
            server = self._started(placed, program.data)
            if not any(refusal(server, id_, each.file) for id_, each in given.items()):
                return Loaded(server=server, placed=placed)
        except ServerError:
            if not given:
                raise
        server = self._started({id_: each for id_, each in placed.items() if id_ not in given}, program.data)
        broken = upload(server, modules, placed, trusted=program.trusted, there=program.trusted)
        return Loaded(server=server, broken=broken, placed=placed)

    def start(self, modules: Mapping[str, str], data: bytes) -> Address:
        """Start it with these modules, by id, and data; where it can be reached. Raises `ServerError`."""
        self.close()
        self._folder = folder = Path(tempfile.mkdtemp(prefix="tfcheck-opa-"))
        (folder / _MODULES).mkdir()
        (folder / _MODULES / "data.json").write_bytes(data)
        for id_, text in modules.items():
            (folder / id_).write_text(text, encoding="utf-8", newline="")
        for tried in range(1, _PORTS_TRIED + 1):
            address = self._address(folder)
            self._run(folder, f"unix://{address.socket}" if address.socket else f"{address.host}:{address.port}")
            self._server = Server(address, timeout=self._timeout, is_patient=False)
            if self._is_up(self._server):
                return address
            log = self._log(folder)
            if "address already in use" not in log or tried == _PORTS_TRIED:
                break
        self.close()
        if modules:
            self.start({}, b"{}")
            assert self._server is not None
            version = self._server.version()
            self.close()
            refuse_old(version)
        raise ServerError(f"it does not start: {log}", "try it by hand: opa run --server")

    def end_work(self) -> None:
        """Stop it: it may never come to an end."""
        self.close()

    def close(self) -> None:
        """Stop it, and remove its folder."""
        server, self._server = self._server, None
        process, self._process = self._process, None
        folder, self._folder = self._folder, None
        if server is not None:
            server.close()
        if process is not None:
            assert process.stdin is not None
            process.stdin.close()
            process.wait()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def _started(self, placed: Mapping[str, Placed], data: bytes) -> Server:
        self.start({id_: each.text.content.decode() for id_, each in placed.items()}, data)
        assert self._server is not None
        return self._server

    def _address(self, folder: Path) -> Address:
        path = str(folder / "opa.sock")
        if not self._on_loopback and len(path.encode()) <= _LONGEST_SOCKET:
            return Address(host="localhost", port=80, socket=path)
        with socket.socket() as listener:
            listener.bind(("127.0.0.1", 0))
            return Address(host="127.0.0.1", port=listener.getsockname()[1])

    def _run(self, folder: Path, place: str) -> None:
        size = f"server.decoding.max_length={_LARGEST}"
        command = [self._binary, "run", "--server", "--addr", place, "--set", size, *_FLAGS, _MODULES]
        supervisor = Path(__file__).with_name("supervisor.py")
        self._process = subprocess.Popen(  # noqa: S603 - this Python, with code of our own
            [sys.executable, "-I", "-S", supervisor, str(self._memory_limit), folder, *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C ends tfcheck, which ends this
        )

    @property
    def _is_gone(self) -> bool:
        return self._process is None or self._process.poll() is not None

    def _is_up(self, server: Server) -> bool:
        end = time.monotonic() + _STARTING
        while time.monotonic() < end and not self._is_gone:
            if server.is_up(1.0):
                return not self._is_gone  # on a port, another program may have answered
            time.sleep(_PAUSE)
        return False

    def _log(self, folder: Path) -> str:
        """What it said when it did not start, in one line."""
        if not self._is_gone:
            return f"no answer after {_STARTING:g} seconds"
        text = (folder / "log").read_text("utf-8", "replace") if (folder / "log").exists() else ""
        return _first_of(line for line in text.splitlines() if "level=warn" not in line)


def _first_of(lines: Iterable[str]) -> str:
    said = [line.strip() for line in lines if line.strip()]
    return " ".join(said[:3])[:300] or "it says nothing"
