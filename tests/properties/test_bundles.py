"""Whatever is done to the files of a bundle gives a document or a sentence, and no secret in either."""

from __future__ import annotations

import json
import random
import re
import tempfile
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker import shipped
from checker.errors import UsageError
from checker.model import Document
from checker.reading import read_document
from checker.sources import MalformedError, UnreadableError, read
from tests.reading import ROOT, SECRET_ATTRIBUTES

BUNDLES = ROOT / "examples/bundle"
FIXTURES = ROOT / "tests/fixtures/bundles"
JSON_FILES = sorted(path for path in FIXTURES.rglob("*.json") if path.parent.name in ("llmops", "risky"))
YAML_FILES = sorted(BUNDLES.rglob("*.yml"))
PIECES = [
    "${",
    "}",
    "&a ",
    "*a",
    "<<: *a",
    "\n",
    "  ",
    "- ",
    ": ",
    "{",
    "[",
    "]",
    "!x ",
    '"',
    "'",
    "null",
    "1e999",
    "\t",
    "é",
    "#",
]
SECRET = "hunter2-risky-search"


def outcome(file: Path) -> Document | UnreadableError | UsageError:
    try:
        return read(str(file), target=None, secret_attributes=SECRET_ATTRIBUTES)
    except (UnreadableError, UsageError) as error:
        return error


def mutated(text: str, seed: int) -> str:
    """The text with some pieces put in, cut out or doubled."""
    rng = random.Random(seed)
    for _ in range(rng.randint(1, 6)):
        place = rng.randrange(len(text) + 1)
        end = min(len(text), place + rng.randint(0, 30))
        text = (
            text[:place] + rng.choice([*PIECES, text[place:end] * 2, ""]) + text[end if rng.random() < 0.5 else place :]
        )
    return text


@given(seed=st.integers(0, 2**32), index=st.integers(0, len(YAML_FILES) - 1))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_mutated_configurations(seed: int, index: int) -> None:
    text = mutated(YAML_FILES[index].read_text(encoding="utf-8"), seed)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "databricks.yml")
        file.write_text(text, encoding="utf-8")
        found = (
            read_document(str(file), target="prod", secret_attributes=SECRET_ATTRIBUTES) if "prod:" in text else None
        )
        result = outcome(file)
    told = [str(each.message) for each in (found.problems if found else ())]
    assert isinstance(result, (Document, UnreadableError, UsageError))
    assert all(told)


@given(seed=st.integers(0, 2**32), index=st.integers(0, len(JSON_FILES) - 1))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_mutated_deployments(seed: int, index: int) -> None:
    text = mutated(JSON_FILES[index].read_text(encoding="utf-8"), seed)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "resources.json")
        file.write_text(text, encoding="utf-8")
        assert isinstance(outcome(file), (Document, UnreadableError))


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=2), st.dictionaries(st.text(max_size=4), inner, max_size=2)),
    max_leaves=4,
)


def places(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(place for key, item in pairs for place in places(item, (*path, key)))]


@given(data=st.data(), index=st.integers(0, len(JSON_FILES) - 1))
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
def test_readers_refuse_what_the_schemas_refuse(data: st.DataObject, index: int) -> None:
    """One value of a sound file is replaced: reader and JSON Schema agree about the rest."""
    tree = json.loads(JSON_FILES[index].read_bytes())
    *path, last = data.draw(st.sampled_from(places(tree)[1:]))
    holder = tree
    for step in path:
        holder = holder[step]
    holder[last] = data.draw(VALUES)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "input.json")
        file.write_text(json.dumps(tree), encoding="utf-8")
        result = outcome(file)
    if isinstance(result, MalformedError):
        schema = json.loads((shipped.schemas() / result.schema).read_bytes())
        assert list(jsonschema.Draft202012Validator(schema).iter_errors(tree)) != []
    elif isinstance(result, Document):
        name = SCHEMAS[JSON_FILES[index].name]
        assert list(jsonschema.Draft202012Validator(shipped.schema(f"bundle/{name}.json")).iter_errors(tree)) == []


SCHEMAS = {
    "bundle.tf.json": "terraform",
    "metadata.json": "metadata",
    "plan.json": "plan",
    "resources.json": "state",
}


@pytest.mark.parametrize(
    "file", [*JSON_FILES, *BUNDLES.glob("*/databricks.yml")], ids=lambda file: f"{file.parent.name}-{file.name}"
)
def test_documents_are_as_their_schemas_say(file: Path) -> None:
    document = read(str(file), target="prod", secret_attributes=SECRET_ATTRIBUTES)
    tree = json.loads(document.text)
    jsonschema.Draft202012Validator(shipped.schema("input/document.json")).validate(tree)
    facts = tree["resources"]["bundle"]["bundle"]["values"]
    jsonschema.Draft202012Validator(shipped.schema("input/bundle.json")).validate(facts)
    assert SECRET.encode() not in document.text
    assert not re.search(rb"hunter2", document.text)


@given(
    secret=st.text(alphabet="abcdefghijkABCDEFGHIJK0123456789-_", min_size=12, max_size=40).filter(
        lambda text: re.search(r"[a-z]", text) and re.search(r"[0-9]", text)
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_planted_secrets_leave_no_trace(secret: str) -> None:
    value = f"s3cr3t-{secret}-x"
    text = f"""
bundle: {{name: b}}
include: [missing.yml]
variables:
  db_password: {{default: "{value}"}}
  copy: {{default: "jdbc:x;pwd=${{var.db_password}}"}}
targets:
  dev: {{default: true}}
  prod: {{variables: {{api_token: "{value}"}}}}
resources:
  jobs:
    j:
      name: "job ${{var.db_password}}"
      tags: {{"${{var.db_password}}": "${{var.copy}}"}}
      tasks:
        - task_key: t
          notebook_task: {{notebook_path: "/x/${{var.copy}}"}}
          new_cluster: {{spark_conf: {{a: "${{var.db_password}}"}}}}
"""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "databricks.yml")
        file.write_text(text, encoding="utf-8")
        found = read_document(str(file), target=None, secret_attributes=SECRET_ATTRIBUTES)
    assert found.document is not None
    assert value.encode() not in found.document.text
    assert value not in repr(found.problems) + repr([each.address for each in found.document.resources])
