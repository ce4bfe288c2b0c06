"""`--engine auto`: the embedded engine where it can, and OPA for the policies that need what only OPA has."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from checker.engines.auto import AutoEngine
from checker.engines.embedded import EmbeddedEngine
from checker.errors import UsageError
from tests.engines.support import GIB, SOUND, SOUND_ANSWER, policy, program, told
from tests.opa import OPA, needs_opa
from tests.running import ANSWERS, CLEAN, RISKY, tfcheck, write_policy

OWN = ("--policy", "own", "--set", "own", "--format", "json", "--engine", "auto")
ADDRESS = '"databricks_grants.registered_model_model"'
REST = f"undecided := set()\n\nchecked := {{{ADDRESS}}}\n"
DENIES = f'deny contains {{"address": {ADDRESS}, "path": "", "message": m}} if m := '
NEEDS_OPA = DENIES + 'sprintf("%v", [io.jwt.decode("eyJhbGciOiJub25lIn0.e30.")[0].alg])\n\n' + REST
NEWER_REGO = DENIES + '$"seen in {input.document.kind}"\n\n' + REST
WRONG = DENIES + "conut([1])\n\n" + REST
NO_REGO = "deny := {{{\n"
GET_IT = (
    "get it from https://www.openpolicyagent.org/docs#1-download-opa, "
    "or name a program with --opa-bin, or a server with --opa-url"
)
NETWORK = 'deny contains r if r := http.send({"url": "http://127.0.0.1:9", "method": "GET"})\n\n' + REST


@pytest.fixture
def folder(tmp_path):
    write_policy(tmp_path / "own", "OWN-1")
    write_policy(tmp_path / "own", "OWN-2", NEEDS_OPA)
    return tmp_path


@pytest.fixture
def without_opa(tmp_path):
    """A PATH on which there is no OPA."""
    (tmp_path / "bin").mkdir()
    return {"PATH": str(tmp_path / "bin")}


@pytest.fixture
def with_opa(tmp_path):
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/opa").symlink_to(OPA)
    return {"PATH": str(tmp_path / "bin")}


def problems(done):
    return {
        run["policy"]: (run["problem"]["message"], run["problem"]["hint"])
        for run in done.report["runs"]
        if run["problem"]
    }


def test_without_opa_the_policy_is_broken_and_the_others_answer(folder, without_opa):
    done = tfcheck(CLEAN, *OWN, cwd=folder, variables=without_opa)
    assert done.code == 3
    assert done.statuses == {"OWN-1": "PASSED", "OWN-2": "BROKEN"}
    assert problems(done) == {
        "OWN-2": (
            "OWN-2: io.jwt.decode: the embedded engine lacks this function",
            f"needs --engine opa: there is no opa on PATH; {GET_IT}",
        )
    }
    assert done.report["engine"] == "regorus 0.13.0"


def test_the_embedded_engine_alone_says_what_it_needs(folder):
    done = tfcheck(CLEAN, *OWN[:-2], cwd=folder)
    assert (done.code, problems(done)["OWN-2"][1]) == (3, "needs --engine opa")


@needs_opa
def test_opa_on_path_answers_for_it(folder, with_opa):
    done = tfcheck(CLEAN, *OWN, cwd=folder, variables=with_opa)
    assert (done.code, done.statuses) == (1, {"OWN-1": "PASSED", "OWN-2": "FAILED"})
    assert done.report["engine"].startswith("regorus 0.13.0 and opa 1.")
    assert [each["message"] for run in done.report["runs"] for each in run["findings"]] == ["none"]


@needs_opa
@pytest.mark.parametrize("option", ["--opa-bin", "--opa-url"])
def test_a_program_or_a_server_that_is_named_answers_for_it(folder, without_opa, option, server):
    place = OPA if option == "--opa-bin" else server.url
    done = tfcheck(CLEAN, RISKY, *OWN, option, place, "--jobs", "2", cwd=folder, variables=without_opa)
    assert (done.code, [run["status"] for run in done.report["runs"]]) == (1, ["PASSED", "PASSED", "FAILED", "FAILED"])


@pytest.fixture
def server():
    from checker.engines.opa.own import OwnHost

    host = OwnHost(OPA, timeout=30, memory_limit=2 * GIB, on_loopback=True)
    yield host.start({}, b"{}")
    host.close()


@needs_opa
def test_opa_is_the_judge_of_what_is_rego(folder, with_opa):
    write_policy(folder / "own", "OWN-3", NEWER_REGO)
    write_policy(folder / "own", "OWN-4", NO_REGO)
    done = tfcheck(CLEAN, *OWN, cwd=folder, variables=with_opa)
    assert done.statuses == {"OWN-1": "PASSED", "OWN-2": "FAILED", "OWN-3": "FAILED", "OWN-4": "BROKEN"}
    assert problems(done)["OWN-4"][0].startswith("OWN-4: unexpected ")


@needs_opa
@pytest.mark.parametrize(
    ("rules", "message"),
    [
        pytest.param(WRONG, "conut: no such function; did you mean count?", id="misspelt"),
        pytest.param(NETWORK, "http.send: policies have no network", id="refused"),
    ],
)
def test_what_is_wrong_for_every_engine_starts_no_opa(folder, with_opa, rules, message):
    write_policy(folder / "own", "OWN-2", rules)
    done = tfcheck(CLEAN, *OWN, cwd=folder, variables=with_opa)
    assert problems(done)["OWN-2"][0] == f"OWN-2: {message}"
    assert done.report["engine"] == "regorus 0.13.0"


@needs_opa
def test_opa_is_not_started_where_no_policy_needs_it(tmp_path, without_opa):
    write_policy(tmp_path / "own")
    fails = Path(without_opa["PATH"]) / "opa"
    fails.write_text(f"#!{sys.executable}\nopen({str(tmp_path / 'started')!r}, 'w')\n")
    fails.chmod(0o755)
    done = tfcheck(CLEAN, *OWN, cwd=tmp_path, variables=without_opa)
    assert (done.code, done.report["engine"], (tmp_path / "started").exists()) == (0, "regorus 0.13.0", False)


@needs_opa
def test_a_fault_of_opa_breaks_only_what_needs_it(folder, without_opa):
    done = tfcheck(CLEAN, *OWN, "--opa-url", "http://127.0.0.1:9", cwd=folder, variables=without_opa)
    assert (done.code, done.statuses) == (3, {"OWN-1": "PASSED", "OWN-2": "BROKEN"})
    assert problems(done)["OWN-2"][0] == "OWN-2: the OPA server at http://127.0.0.1:9: connection refused"


@needs_opa
@pytest.mark.parametrize(
    ("options", "message"),
    [
        pytest.param(("--opa-bin", "no-such-opa"), "--opa-bin no-such-opa: no such program", id="program"),
        pytest.param(("--opa-url", "nowhere"), "--opa-url nowhere: not the URL of a server", id="server"),
        pytest.param(("--opa-preloaded",), "--opa-preloaded needs --opa-url", id="preloaded"),
    ],
)
def test_what_is_named_and_not_there_is_a_usage_error(folder, options, message):
    done = tfcheck(CLEAN, *OWN, *options, cwd=folder)
    assert done.code == 2
    assert message in done.err


@needs_opa
def test_the_configuration_can_ask_for_it(folder, with_opa):
    (folder / "tfcheck.yaml").write_text("policies: [own]\nsets: [own]\nengine: auto\n")
    done = tfcheck(CLEAN, "--format", "json", cwd=folder, variables=with_opa)
    assert done.statuses == {"OWN-1": "PASSED", "OWN-2": "FAILED"}


def test_the_hint_says_what_is_missing_of_opa():
    """Such as the extra, which the tests have."""

    def no_opa():
        raise UsageError("--engine opa needs requests", "install it: pip install 'tfcheck[opa]'")

    engine = AutoEngine(EmbeddedEngine(time_limit=20, memory_limit=2 * GIB), no_opa)
    lacking = policy('deny contains x if x := io.jwt.decode("a")')
    try:
        engine.load(program({"sound.rego": SOUND, "hostile.rego": lacking}))
        answers = told(engine.evaluate(b"{}"))
    finally:
        engine.close()
    assert answers["policies.sound"] == SOUND_ANSWER
    hint = "needs --engine opa: --engine opa needs requests; install it: pip install 'tfcheck[opa]'"
    assert answers["policies.hostile"].hint == hint


@needs_opa
def test_findings_are_those_of_opa_alone(folder, with_opa):
    """One report, in which nothing tells the engines apart."""
    write_policy(folder / "own", "OWN-3", ANSWERS["fails"])
    auto, opa = (
        tfcheck(CLEAN, RISKY, *OWN[:-1], engine, cwd=folder, variables=with_opa).report for engine in ("auto", "opa")
    )
    assert auto["runs"] == opa["runs"]
