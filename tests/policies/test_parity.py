"""OPA and the embedded engine say the same of every example, fixture and document of the LLMOps project."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from checker import shipped
from checker.catalogue.parameters import validate_parameters
from checker.engines.embedded import EmbeddedEngine
from tests.opa import OPA, needs_opa
from tests.policies.documents import DOCUMENTS, FOLDERS, ROOT, SETS, answered, canonical, parameters, program, texts
from tests.policies.modules import catalogue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

BATCHES = 8  # each is one OPA process, whose start costs more than a document

pytestmark = needs_opa


@pytest.fixture(scope="module")
def engine() -> Iterator[EmbeddedEngine]:
    engine = EmbeddedEngine(time_limit=60, memory_limit=4 * 1024**3)
    engine.load(program())
    yield engine
    engine.close()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_both_engines_say_the_same(batch: int, engine: EmbeddedEngine, tmp_path: Path) -> None:
    seen = texts(DOCUMENTS[batch::BATCHES])
    assert len(seen) > 20
    embedded = {name: answered(engine.evaluate(text)) for name, text in seen.items()}
    opa = _opa(seen, tmp_path)
    assert {name for name in seen if embedded[name] != opa[name]} == set()
    assert embedded == opa


def test_documents_of_every_folder_are_compared() -> None:
    assert all(any((ROOT / document).is_relative_to(folder) for document in DOCUMENTS) for folder in FOLDERS)


@pytest.mark.parametrize(
    "command",
    [pytest.param(("check", "--strict"), id="check"), pytest.param(("fmt", "--list"), id="fmt")],
)
def test_opa_finds_nothing_to_mend(command: tuple[str, ...]) -> None:
    assert OPA is not None
    done = subprocess.run((OPA, *command, shipped.policies()), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def _opa(documents: Mapping[str, bytes], folder: Path) -> dict[str, dict[str, dict[str, list[Any]]]]:
    """The answers of all policies to each of these texts, of one OPA process."""
    assert OPA is not None
    policies = folder / "policies"
    shutil.copytree(shipped.policies(), policies, ignore=shutil.ignore_patterns("*_test.rego"))
    values = validate_parameters(parameters(), catalogue().policies)
    (policies / "tfcheck/parameters/data.json").write_text(json.dumps(values), encoding="utf-8")
    (policies / "documents").mkdir()
    trees = {name: json.loads(text) for name, text in documents.items()}
    (policies / "documents/data.json").write_text(json.dumps(trees), encoding="utf-8")
    question = (
        f"{{name: answers | some name, document in data.documents; answers := {_question()} with input as document}}"
    )
    command = (OPA, "eval", "--data", policies, "--format", "json", question)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (result,) = json.loads(done.stdout)["result"]
    return {name: canonical(answers) for name, answers in result["expressions"][0]["value"].items()}


@cache
def _question() -> str:
    """One object with the answers of all packages."""
    answers = (
        f'"{policy.package}": {{{", ".join(f"{json.dumps(name)}: data.{policy.package}.{name}" for name in SETS)}}}'
        for policy in catalogue().policies
    )
    return f"{{{', '.join(answers)}}}"
