"""Shipped modules are loaded as they are: what is done to a user's modules would change nothing of what they say."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from checker import shipped
from checker.catalogue import read_catalogue
from checker.check import program_of
from checker.engines.embedded import EmbeddedEngine
from checker.engines.rego.prepare import prepare
from checker.settings import Settings
from checker.sources import read
from tests.engines.support import GIB, told

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(
    str(path.relative_to(ROOT))
    for folder, pattern in (("fixtures", "plan.json"), ("fixtures", "terraform.tfstate"), ("examples", "bad-*.json"))
    for path in (ROOT / folder).rglob(pattern)
)


@pytest.fixture(scope="module")
def program():
    catalogue = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")
    settings = Settings(files=(), started=datetime(2026, 1, 1, tzinfo=UTC))
    return program_of(catalogue, catalogue.policies, settings)


@pytest.fixture(scope="module")
def engines(program):
    both = [EmbeddedEngine(time_limit=60, memory_limit=4 * GIB) for _ in range(2)]
    both[0].load(program)
    both[1].load(replace(program, trusted=frozenset()))
    yield both
    for engine in both:
        engine.close()


def test_all_modules_are_shipped(program):
    assert program.trusted.issuperset(program.modules)


def test_preparation_finds_nothing_wrong(program):
    result = prepare(program.modules, {}, program.data.decode())
    assert (result.broken, result.supplied) == ({}, set())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_prepared_they_say_the_same(name, engines):
    try:
        document = read(str(ROOT / name), target=None, secret_attributes=shipped.secret_attributes())
    except Exception as error:  # noqa: BLE001 - some fixtures are there to be refused
        pytest.skip(f"no document: {error}")
    plain, prepared = (told(engine.evaluate(document.text)) for engine in engines)
    assert json.dumps(plain, sort_keys=True, default=str) == json.dumps(prepared, sort_keys=True, default=str)
