"""What the engine needs of a server: that a program is loaded there, and stays so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from checker.engines.opa.question import Question
from checker.engines.protocol import Failure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engines.opa.client import Server
    from checker.engines.opa.faults import Complaint
    from checker.engines.protocol import Program
    from checker.engines.rego.text import Text


class Placed(Struct, frozen=True, kw_only=True):
    """A module as the server has it."""

    file: str
    text: Text


class Loaded(Struct, frozen=True, kw_only=True):
    """A program on a server."""

    server: Server
    question: Question = field(default_factory=Question)
    broken: Mapping[str, Failure] = {}  # module → why it could not be loaded
    placed: Mapping[str, Placed] = {}  # by the id that the server knows it by

    def failure_of(self, complaint: Complaint) -> Failure:
        """What OPA says of a policy, in terms of the modules that were given."""
        return failure_of(complaint, self.placed, ".".join(self.question.prefix))


class Host(Protocol):
    """Where programs are loaded."""

    @property
    def name(self) -> str:
        """How messages call it."""

    def load(self, program: Program) -> Loaded:
        """Load the program, also where it was lost after it had been loaded. Raises `ServerError`."""

    @property
    def has_ended(self) -> bool:
        """Whether it was tfcheck's own process, and is gone."""

    def end_work(self) -> None:
        """Stop what it is still at, where that can be done without harm to others."""

    def close(self) -> None:
        """Leave nothing behind."""


def failure_of(complaint: Complaint, placed: Mapping[str, Placed], prefix: str) -> Failure:
    """The same with the files, names and places of the modules that were given."""
    message = complaint.message.replace(f"data.{prefix}.", "data.") if prefix else complaint.message
    for id_, each in placed.items():
        message = message.replace(id_, each.file)
    failure = Failure(message=" ".join(message.split()))
    module = placed.get(complaint.module)
    if module is None:
        return failure
    if complaint.row is None or complaint.column is None:
        return replace(failure, file=module.file)
    line, column = module.text.place(complaint.row, complaint.column)
    return replace(failure, file=module.file, line=line, column=column)
