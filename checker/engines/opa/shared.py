"""Loads programs onto a server that others use too: below a prefix of its own, for as long as the run lasts."""

from __future__ import annotations

import json
import secrets
from typing import TYPE_CHECKING

from checker.engines.opa.client import Server
from checker.engines.opa.faults import ServerError
from checker.engines.opa.host import Loaded, Placed
from checker.engines.opa.modules import in_order, mark, module_of, moved
from checker.engines.opa.question import Question
from checker.engines.opa.remover import Remover, module_id
from checker.engines.opa.upload import upload
from checker.engines.opa.versions import in_v1

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.engines.opa.address import Address
    from checker.engines.opa.modules import Module
    from checker.engines.protocol import Program

_DATA_MARK = "tfcheck_data_is_loaded"
_LONGEST_REQUEST = 30.0  # seconds for one module; a busy server compiles all that it has each time


class SharedHost:
    """Implements `Host` for the server at an address."""

    def __init__(self, address: Address, *, timeout: float) -> None:
        self._address = address
        self._server = Server(address, timeout=min(timeout, _LONGEST_REQUEST))
        self._prefix = f"tfcheck_{secrets.token_hex(8)}"
        self._remover: Remover | None = None  # None: nothing was put there yet

    @property
    def name(self) -> str:
        """How messages call it."""
        return f"the OPA server at {self._address}"

    @property
    def has_ended(self) -> bool:
        """It is not tfcheck's."""
        return False

    def load(self, program: Program) -> Loaded:
        """Put data and modules there. Raises `ServerError`."""
        program = in_v1(program)
        modules = in_order({file: module_of(file, text) for file, text in program.modules.items()})
        if self._remover is None:
            self._remover = Remover(self._address, self._prefix, len(modules))
        placed = {
            module_id(self._prefix, number): Placed(file=module.file, text=moved(module, self._prefix))
            for number, module in enumerate(modules)
        }
        try:
            return self._put(program, modules, placed)
        except ServerError:
            self._server.give_up()
            raise

    def _put(self, program: Program, modules: Sequence[Module], placed: Mapping[str, Placed]) -> Loaded:
        self._server.put_data(self._prefix, {**json.loads(program.data), _DATA_MARK: True})
        broken = upload(self._server, modules, placed, prefix=self._prefix, trusted=program.trusted)
        asked = {file for files in program.needs.values() if not broken.keys() & set(files) for file in files}
        rules = ((*module.package, mark(module)) for module in modules if module.file in asked)
        marks = tuple((self._prefix, *path) for path in ((_DATA_MARK,), *rules))
        return Loaded(
            server=self._server,
            question=Question(prefix=(self._prefix,), marks=marks),
            broken=broken,
            placed=placed,
        )

    def end_work(self) -> None:
        """OPA stops a query whose connection is closed, which it is by now."""

    def close(self) -> None:
        """Remove what was put there."""
        is_free = self._server.is_free
        self._server.close()
        remover, self._remover = self._remover, None
        if remover is not None:
            remover.remove(is_waiting=is_free)


class PreloadedHost:
    """Implements `Host` for a server that has the policies already."""

    def __init__(self, address: Address, *, timeout: float) -> None:
        self._address = address
        self._server = Server(address, timeout=min(timeout, _LONGEST_REQUEST))

    @property
    def name(self) -> str:
        """How messages call it."""
        return f"the OPA server at {self._address}"

    @property
    def has_ended(self) -> bool:
        """It is not tfcheck's."""
        return False

    def load(self, program: Program) -> Loaded:
        """Upload nothing. The user's parameters go with each question, in place of those of the server."""
        parameters = json.loads(program.data).get("tfcheck", {}).get("parameters", {})
        return Loaded(server=self._server, question=Question(parameters=json.dumps(parameters).encode()))

    def end_work(self) -> None:
        """OPA stops a query whose connection is closed, which it is by now."""

    def close(self) -> None:
        """Close the connections."""
        self._server.close()
