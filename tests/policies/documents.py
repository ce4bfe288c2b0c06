"""The documents with which engines are compared: every example, fixture and document of the LLMOps project."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import configuration, shipped
from checker.check import program_of
from checker.engines.protocol import Answer
from checker.settings import Settings
from checker.sources import UnreadableError, read
from tests.policies.examples import EXAMPLES
from tests.policies.modules import catalogue

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.engines.protocol import Failure, Program

ROOT = Path(__file__).parents[2]
FOLDERS = tuple(
    ROOT / folder
    for folder in (
        "examples",
        "tests/examples",
        "tests/fixtures/bundles",
        "tests/fixtures/opentofu",
        "tests/fixtures/terraform",
    )
)
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in FOLDERS
    for path in folder.rglob("*")
    if path.suffix in (".json", ".tfstate", ".yml")
)
SETS = ("deny", "undecided", "checked")


def texts(documents: list[str]) -> dict[str, bytes]:
    """What policies see of each document, with the target that it tells and in production."""
    found = {}
    for document in documents:
        for target in (None, "prod"):
            try:
                read_ = read(str(ROOT / document), target=target, secret_attributes=shipped.secret_attributes())
            except UnreadableError:
                continue  # neither a plan nor a state
            found[f"{document} {target or ''}".strip()] = read_.text
    return found


def program() -> Program:
    """All policies that tfcheck ships."""
    settings = Settings(files=(), started=datetime(2026, 1, 1, tzinfo=UTC), parameters=parameters())
    return program_of(catalogue(), catalogue().policies, settings)


def parameters() -> dict[str, Any]:
    """What the examples set, so that every policy has something to look at."""
    files = sorted(EXAMPLES.glob("*/tfcheck.yaml"))
    return {policy: values for file in files for policy, values in (configuration.read(file).parameters or {}).items()}


def answered(answers: Mapping[str, Answer | Failure]) -> dict[str, dict[str, list[Any]]]:
    """What an engine says, when it says something of every policy."""
    assert [answer for answer in answers.values() if not isinstance(answer, Answer)] == []
    return canonical(
        {package: json.loads(answer.text) for package, answer in answers.items() if isinstance(answer, Answer)}
    )


def canonical(answers: Mapping[str, Mapping[str, list[Any]]]) -> dict[str, dict[str, list[Any]]]:
    """The same for the same answers: engines write sets in orders of their own."""
    return {
        package: {name: sorted(answer[name], key=json.dumps) for name in SETS} for package, answer in answers.items()
    }
