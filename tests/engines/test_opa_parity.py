"""The engine that asks OPA says of every document, byte for byte, what the embedded one says."""

from __future__ import annotations

import json
import subprocess

import pytest

from checker.engines.embedded import EmbeddedEngine
from checker.engines.opa.engine import OpaEngine
from checker.engines.opa.own import OwnHost
from checker.engines.opa.shared import PreloadedHost, SharedHost
from tests.engines.support import GIB
from tests.opa import OPA, needs_opa
from tests.policies import documents
from tests.running import RISKY, ROOT, tfcheck

pytestmark = needs_opa

BATCHES = 8
# Of the policies' examples, all of which tests/policies/test_parity.py compares, every tenth: three servers are asked.
PROJECTS = [each for each in documents.DOCUMENTS if not each.startswith("tests/examples/")]
DOCUMENTS = PROJECTS + [each for each in documents.DOCUMENTS if each not in PROJECTS][::10]


@pytest.fixture(scope="module")
def engines():
    """The embedded engine, and OPA in all three ways of loading policies."""
    program = documents.program()
    server = OwnHost(OPA, timeout=60, memory_limit=4 * GIB)
    address = server.start({}, b"{}")
    has_policies = OwnHost(OPA, timeout=60, memory_limit=4 * GIB)
    ids = {f"modules/{number:04}.rego": text for number, text in enumerate(program.modules.values())}
    hosts = {
        "started": OwnHost(OPA, timeout=60, memory_limit=4 * GIB),
        "shared": SharedHost(address, timeout=60),
        "preloaded": PreloadedHost(has_policies.start(ids, program.data), timeout=60),
    }
    made = {"embedded": EmbeddedEngine(time_limit=60, memory_limit=4 * GIB)}
    made |= {name: OpaEngine(host, time_limit=60) for name, host in hosts.items()}
    for engine in made.values():
        engine.load(program)
    yield made
    for engine in made.values():
        engine.close()
    server.close()
    has_policies.close()


@pytest.mark.parametrize("batch", range(BATCHES))
def test_all_engines_say_the_same(batch, engines):
    texts = documents.texts(DOCUMENTS[batch::BATCHES])
    assert len(texts) > 20
    said = {
        name: {document: as_bytes(engine.evaluate(text)) for document, text in texts.items()}
        for name, engine in engines.items()
    }
    assert {name for name, told in said.items() if told != said["embedded"]} == set()


def test_the_document_of_a_plan_piped_to_opa_gives_the_findings_of_the_report(tmp_path):
    dumped = tfcheck("dump", RISKY, cwd=tmp_path)
    done = subprocess.run(
        [OPA, "eval", "-I", "-d", "policies", "--ignore", "*_test.rego", "-f", "raw", "data.policies.rules"],
        input=dumped.out,
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    groups = json.loads(done.stdout)
    said = {
        (each["address"], each["path"], each["message"], decided)
        for group in groups.values()
        for policy in group.values()
        for name, decided in (("deny", True), ("undecided", False))
        for each in policy[name]
    }
    report = tfcheck(RISKY, "--select", "*", "--format", "json", cwd=tmp_path).report
    told = {
        (finding["address"], finding["path"], finding["message"], finding["decided"])
        for run in report["runs"]
        for finding in run["findings"]
    }
    assert len(told) > 10
    assert said == told


def test_the_engine_says_which_opa_it_is(engines):
    assert {name: engine.description.split(".")[0] for name, engine in engines.items() if name != "embedded"} == {
        "started": "opa 1",
        "shared": "opa 1",
        "preloaded": "opa 1",
    }


def as_bytes(answers):
    return json.dumps(documents.answered(answers), sort_keys=True).encode()
