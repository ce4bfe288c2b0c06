"""Through OPA, a policy that is broken, hostile or missing breaks alone and by name."""

from __future__ import annotations

import json
import sys

import pytest

from checker.engines.opa.engine import OpaEngine
from checker.engines.opa.own import OwnHost
from checker.engines.opa.shared import PreloadedHost, SharedHost
from checker.engines.protocol import Failure
from tests.engines.support import GIB, SOUND, SOUND_ANSWER, policy, program, told
from tests.opa import OPA, needs_opa

pytestmark = needs_opa

ENDLESS = policy(
    "deny contains x if {\n\tsome x in numbers.range(1, 100000)\n\tsome y in numbers.range(1, 100000)\n\tx * y == -1\n}"
)
BOMB = policy('deny := {concat("", [s, s]) | some x in numbers.range(1, 4000000); s := sprintf("%0200d", [x])}')


@pytest.fixture(scope="module")
def server():
    host = OwnHost(OPA, timeout=30, memory_limit=2 * GIB)
    yield host.start({}, b"{}")
    host.close()


@pytest.fixture(params=["own", "shared"])
def ask(request, server):
    """What the engine says, on a server of its own and on one that is there."""

    def ask_(modules, document=None, *, time_limit=20.0, memory_limit=2 * GIB, **more):
        own = OwnHost(OPA, timeout=30, memory_limit=memory_limit)
        host = own if request.param == "own" else SharedHost(server, timeout=30)
        engine = OpaEngine(host, time_limit=time_limit)
        try:
            engine.load(program(modules, **more))
            return told(engine.evaluate(json.dumps(document or {}).encode()))
        finally:
            engine.close()

    return ask_


def beside_a_sound_one(ask, module, document=None, **more):
    answers = ask({"sound.rego": SOUND, "hostile.rego": module}, document, **more)
    assert answers.pop("policies.sound") == SOUND_ANSWER
    (answer,) = answers.values()
    return answer


@pytest.mark.parametrize(
    ("deny", "expected"),
    [
        pytest.param(
            'deny contains r if r := http.send({"url": "http://127.0.0.1:9", "method": "GET"})',
            ("http.send: policies have no network", None, None),
            id="network",
        ),
        pytest.param(
            'deny contains r if r := http["send"]({"url": "http://127.0.0.1:9", "method": "GET"})',
            ("http.send: policies have no network", None, None),
            id="network in brackets",
        ),
        pytest.param(
            'deny contains r if r := net.lookup_ip_addr("localhost")',
            ("net.lookup_ip_addr: policies have no network", None, None),
            id="names of hosts",
        ),
        pytest.param(
            "deny contains opa.runtime().env",
            ("opa.runtime: policies see no environment", None, None),
            id="environment",
        ),
        pytest.param("deny contains x if { y > 1 }", ("var x is unsafe", 3, 15), id="unsafe variable"),
        pytest.param("deny contains data.lib.f(1)", ("undefined function data.lib.f", 3, 15), id="unknown function"),
        pytest.param("deny contains conut(1)", ("undefined function conut", 3, 15), id="misspelt function"),
    ],
)
def test_says_what_is_wrong_with_a_policy(ask, deny, expected):
    failure = beside_a_sound_one(ask, policy(deny))
    assert (failure.message, failure.line, failure.column) == expected
    assert failure.file == "hostile.rego"


def test_modules_of_v0_are_written_as_v1(ask):
    """OPA takes what is uploaded for one version; each module is looked at by itself."""
    modules = {
        "v0.rego": "package policies.old\n\ndeny[x] { x := data.lib.xs[_] }\n\nundecided = set()\n\nchecked = set()\n",
        "lib.rego": "package lib\n\nxs contains 1\n\nxs contains 2 if true\n",
        "sound.rego": SOUND,
    }
    assert ask(modules, needs={"policies.old": ("lib.rego",)}) == {
        "policies.old": {"deny": [1, 2], "undecided": [], "checked": []},
        "policies.sound": SOUND_ANSWER,
    }


def test_a_policy_that_fails_for_a_document_fails_alone(ask):
    module = policy("p := x if some x in input.xs\n\ndeny contains p")
    assert beside_a_sound_one(ask, module, {"xs": [1]})["deny"] == [1]
    failure = beside_a_sound_one(ask, module, {"xs": [1, 2]})
    assert "data.policies.hostile.p produced conflicting values" in failure.message
    assert (failure.file, failure.line) == ("hostile.rego", 3)
    assert "tfcheck_" not in failure.message


@pytest.mark.parametrize("missing", ["deny", "undecided", "checked"])
def test_a_policy_needs_all_three_sets(ask, missing):
    sets = "\n".join(f"{name} := set()" for name in ("deny", "undecided", "checked") if name != missing)
    failure = beside_a_sound_one(ask, f"package policies.hostile\n\n{sets}\n")
    assert failure == Failure(message=f"`{missing}` is undefined")


def test_breaks_all_policies_that_need_a_broken_module_and_no_others(ask):
    modules = {
        "one.rego": policy("deny contains data.lib.x", name="one"),
        "two.rego": policy("deny contains data.lib.f(1)", name="two"),
        "lib.rego": "package lib\n\nx := conut([1])\n\nf(x) := x\n",
        "sound.rego": SOUND,
    }
    needs = {"policies.one": ("lib.rego",), "policies.two": ("lib.rego",)}
    broken = Failure(message="undefined function conut", file="lib.rego", line=3, column=6)
    assert ask(modules, needs=needs) == {
        "policies.one": broken,
        "policies.two": broken,
        "policies.sound": SOUND_ANSWER,
    }


def test_stops_a_policy_that_never_ends(ask):
    failure = beside_a_sound_one(ask, ENDLESS, time_limit=2.0)
    assert failure.message.startswith("stopped after 2 seconds: no answer of ")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to a limit of memory")
def test_stops_a_policy_that_takes_all_memory():
    engine = OpaEngine(OwnHost(OPA, timeout=30, memory_limit=GIB // 2), time_limit=60)
    try:
        engine.load(program({"sound.rego": SOUND, "hostile.rego": BOMB}))
        answers = told(engine.evaluate(b"{}"))
    finally:
        engine.close()
    assert answers["policies.sound"] == SOUND_ANSWER
    assert answers["policies.hostile"].message == f"took down {OPA}, as started by tfcheck"


def test_a_thousand_rules_in_a_chain(ask):
    chain = "\n".join(f"r{i} := r{i + 1} + 1" for i in range(3000))
    assert beside_a_sound_one(ask, policy(f"deny contains r0\n{chain}\nr3000 := 1"))["deny"] == [3001]


def test_preloaded_policies_are_used_as_they_are():
    parameterised = policy("deny contains data.tfcheck.parameters.X", name="set")
    host = OwnHost(OPA, timeout=30, memory_limit=2 * GIB)
    data = {"tfcheck": {"parameters": {"X": "of the server"}}}
    address = host.start({"modules/1.rego": SOUND, "modules/2.rego": parameterised}, json.dumps(data).encode())
    engine = OpaEngine(PreloadedHost(address, timeout=30), time_limit=20)
    modules = {
        "sound.rego": "package policies.sound\n",
        "set.rego": parameterised,
        "missing.rego": policy("", name="missing"),
    }
    try:
        engine.load(program(modules, data={"tfcheck": {"parameters": {"X": "of the user"}}}))
        answers = told(engine.evaluate(b"{}"))
    finally:
        engine.close()
        host.close()
    missing = answers.pop("policies.missing")
    assert missing.message == "`deny`, `undecided` and `checked` are all undefined"
    assert answers == {
        "policies.sound": SOUND_ANSWER,
        "policies.set": {"deny": ["of the user"], "undecided": [], "checked": []},
    }


def test_what_does_not_start_is_told():
    engine = OpaEngine(OwnHost(sys.executable, timeout=5, memory_limit=GIB), time_limit=5)
    try:
        engine.load(program({"sound.rego": SOUND}, trusted=["sound.rego"]))
        (failure,) = engine.evaluate(b"{}").values()
    finally:
        engine.close()
    assert failure.message.startswith(f"{sys.executable}, as started by tfcheck: it does not start: ")
