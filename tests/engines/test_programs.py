"""Programs mean the same to the embedded engine and to OPA, or break, or differ in a way that is written down."""

from __future__ import annotations

import pytest

from tests.engines import programs
from tests.opa import OPA, needs_opa

EXAMPLES = programs.examples()


def params(*outcomes: str):
    return [pytest.param(each, id=each.name) for each in EXAMPLES if each.outcome in outcomes]


@pytest.fixture(scope="module")
def embedded():
    return programs.embedded(EXAMPLES)


@pytest.fixture(scope="module")
def opa(tmp_path_factory):
    accepted = [each for each in EXAMPLES if each.outcome != "refused"]
    return programs.opa(OPA, accepted, tmp_path_factory.mktemp("programs"))


@pytest.mark.parametrize("example", params("same", "broken", "differs"))
def test_the_embedded_engine_says_what_is_written_down(example, embedded):
    assert embedded[example.name] == example.embedded


@needs_opa
@pytest.mark.parametrize("example", params("same", "differs"))
def test_opa_says_what_is_written_down(example, opa):
    assert opa[example.name] == example.opa


@needs_opa
@pytest.mark.parametrize("example", params("broken"))
def test_what_is_broken_here_is_not_refused_by_opa(example, opa):
    assert not opa[example.name].startswith("BROKEN")


@needs_opa
@pytest.mark.parametrize("example", params("refused"))
def test_opa_refuses(example, tmp_path):
    assert programs.opa(OPA, [example], tmp_path)[example.name].startswith("BROKEN")
