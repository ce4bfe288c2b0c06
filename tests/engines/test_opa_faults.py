"""Whatever goes wrong with an OPA server: exit code 3, its name and the cause, in bounded time; never a pass."""

from __future__ import annotations

import json
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from checker.engines.opa.own import OwnHost
from tests.engines import faulty
from tests.engines.certificates import authority, signed
from tests.engines.faulty import Proxy, only, says
from tests.engines.support import GIB
from tests.opa import OPA, needs_opa
from tests.running import ANSWERS, CLEAN, COMMAND, environment, tfcheck, write_policy

pytestmark = needs_opa

OWN = ("--policy", "own", "--set", "own", "--format", "json")
HTML = (502, b"<html>no</html>", "text/html")
THEIRS = "package theirs\n\nallow := true\n"
SLOW = """\
deny contains {"address": "a", "path": "", "message": "x"} if {
	some a in numbers.range(1, 3000)
	some b in numbers.range(1, 3000)
	a * b == 0
}

undecided := set()

checked := set()
"""

needs_openssl = pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl on PATH")


class Opa:
    """A server as its administrator sees it."""

    def __init__(self, *, on_loopback=True):
        self._host = OwnHost(OPA, timeout=30, memory_limit=2 * GIB, on_loopback=on_loopback)
        self.address = self._host.start({"modules/theirs.rego": THEIRS}, b'{"their_data": 1}')

    @property
    def place(self):
        return self.address.host, self.address.port

    def get(self, path):
        with urllib.request.urlopen(f"{self.address.url}/v1/{path}") as response:
            return json.load(response)["result"]

    @property
    def policies(self):
        return [each["id"] for each in self.get("policies")]

    def lose_what_runs_uploaded(self):
        ours = [id_ for id_ in self.policies if id_.startswith("tfcheck_")]
        for id_ in reversed(ours):
            self._delete(f"policies/{id_}")

    def _delete(self, path):
        urllib.request.urlopen(urllib.request.Request(f"{self.address.url}/v1/{path}", method="DELETE")).close()

    @property
    def is_untouched(self):
        """In the end it is: what tidies up behind a run may go on for a moment when the run is over."""
        end = time.monotonic() + 10
        while not self._is_as_it_was and time.monotonic() < end:
            time.sleep(0.1)
        return self._is_as_it_was

    @property
    def _is_as_it_was(self):
        return self.policies == ["modules/theirs.rego"] and self.get("data") == {
            "their_data": 1,
            "theirs": {"allow": True},
        }

    def close(self):
        self._host.close()


@pytest.fixture(scope="module")
def opa():
    server = Opa()
    yield server
    server.close()


@pytest.fixture
def folder(tmp_path):
    write_policy(tmp_path / "own", "OWN-1")
    write_policy(tmp_path / "own", "OWN-2")
    return tmp_path


def check(folder, url, *more, seconds=25.0, variables=None):
    """Run it against this server; it is done within so many seconds."""
    started = time.monotonic()
    done = tfcheck(CLEAN, *OWN, "--opa-url", url, *more, cwd=folder, variables=variables)
    assert time.monotonic() - started < seconds
    assert "Traceback" not in done.err
    return done


def test_an_opa_that_reads_no_rego_v1_is_refused(opa, folder):
    config = json.dumps({"result": {"labels": {"version": "0.70.0"}}}).encode()
    with Proxy(opa.place, says(200, config), path="/v1/config") as proxy:
        done = check(folder, proxy.url)
        assert done.code == 3
        expected = (
            f"the OPA server at {proxy.url}: it is OPA 0.70.0, which does not read Rego v1 as tfcheck's policies are"
        )
        assert {cause.removesuffix(" written") for cause in causes(done)} == {expected}
        assert opa.is_untouched  # while the proxy is there, through which what tidies up reaches the server


def causes(done):
    """What is told of each policy, once."""
    return {run["problem"]["message"].partition(": ")[2] for run in done.report["runs"]}


def assert_told(done, url, cause):
    assert done.code == 3
    assert done.statuses == {"OWN-1": "BROKEN", "OWN-2": "BROKEN"}
    assert causes(done) == {f"the OPA server at {url}: {cause}"}


FAULTS = {
    "500": (says(500, b'{"code": "internal_error", "message": "disk full"}'), "it answers 500: disk full"),
    "401": (
        says(401, b'{"code": "unauthorized", "message": "no access"}'),
        "it answers 401: no access",
    ),
    "HTML instead of JSON": (
        says(200, b"<html>sign in</html>", "text/html"),
        "it answers text/html where OPA answers JSON (status 200)",
    ),
    "an error page": (says(*HTML), "it answers 502: a page of the type text/html, which is not OPA's"),
    "a redirect": (
        says(302, more="Location: https://user:secret@elsewhere.example/v1/query\r\n"),
        "it redirects to https://elsewhere.example, which is not followed",
    ),
    "half an answer": (faulty.half, "the connection was cut in the middle of its answer"),
    "a cut connection": (faulty.cut, "the connection was closed without an answer"),
    "half JSON": (says(200, b'{"result": [{"answers": {'), "its answer is not one to the question"),
    "an answer to something else": (says(200, b'{"result": true}'), "its answer is not one to the question"),
    "an empty result": (says(200, b"{}"), "its answer is not one to the question"),
    "busy for ever": (says(503, b'{"message": "starting"}'), "it answers 503: starting"),
}
ASKED_AGAIN = {"an error page", "half an answer", "a cut connection", "busy for ever"}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("path", ["/v1/query", "/v1/"], ids=["while evaluating", "from the start"])
def test_a_fault_breaks_every_policy(opa, folder, fault, path):
    act, cause = FAULTS[fault]
    if path == "/v1/" and "not one to the question" in cause:
        pytest.skip("to uploads, OPA answers nothing that could be wrong")
    with Proxy(opa.place, act, path=path) as proxy:
        done = check(folder, proxy.url)
        url = proxy.url
    if fault == "a cut connection" and "reset" in "".join(causes(done)):
        cause = "connection reset by peer"
    assert_told(done, url, cause)
    assert "secret" not in done.out
    is_patient = fault in ASKED_AGAIN
    assert proxy.counted >= 5 if is_patient else proxy.counted < 5 + 4 * (path == "/v1/")


@pytest.mark.parametrize(
    "act", [says(*HTML), faulty.half, faulty.cut, says(429), says(503)], ids=["502", "half", "cut", "429", "503"]
)
def test_a_fault_that_passes_is_waited_for(opa, folder, act):
    with Proxy(opa.place, only(2, act)) as proxy:
        done = check(folder, proxy.url)
        assert (done.code, proxy.counted) == (0, 3)
        assert opa.is_untouched


def test_a_server_that_is_down(folder):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}"
    assert_told(check(folder, url), url, "connection refused")


def test_a_host_that_is_not(folder):
    done = check(folder, "http://no-such-host.invalid:8181")
    assert_told(done, "http://no-such-host.invalid:8181", "no such host")


@pytest.mark.parametrize("act", [faulty.silent, faulty.drops], ids=["silent", "a byte now and then"])
def test_a_server_that_is_slow(opa, folder, act):
    with Proxy(opa.place, act) as proxy:
        done = check(folder, proxy.url, "--opa-timeout", "1")
    assert done.code == 3
    assert set(done.statuses.values()) == {"BROKEN"}
    assert all("stopped after" in cause and f"the OPA server at {proxy.url}" in cause for cause in causes(done))


def test_a_server_that_does_nothing_any_more(opa, folder):
    with Proxy(opa.place, faulty.silent, path="/") as proxy:
        done = check(folder, proxy.url, "--opa-timeout", "1", seconds=45)
        assert_told(done, proxy.url, "it does not answer in time")


def test_a_server_that_is_being_restarted(folder):
    """It is down when the run starts, and then has no policies of this run."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    servers = []

    def start_later():
        time.sleep(1.0)
        command = [OPA, "run", "--server", "--addr", f"127.0.0.1:{port}", "--log-level", "error"]
        servers.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))

    thread = threading.Thread(target=start_later)
    thread.start()
    try:
        done = check(folder, f"http://127.0.0.1:{port}")
    finally:
        thread.join()
        servers[0].kill()
        servers[0].wait()
    assert done.code == 0


def test_policies_that_are_lost_once_are_loaded_again(opa, folder):
    def lose(_connection, _request, count):
        if count == 0:
            opa.lose_what_runs_uploaded()
        return False

    with Proxy(opa.place, lose) as proxy:
        done = check(folder, proxy.url)
        assert (done.code, set(done.statuses.values())) == (0, {"PASSED"})
        assert opa.is_untouched


def test_policies_that_are_lost_again_and_again(opa, folder):
    with Proxy(opa.place, lambda *_: opa.lose_what_runs_uploaded()) as proxy:
        done = check(folder, proxy.url)
        assert_told(done, proxy.url, "it loses the policies that were uploaded")
        assert opa.is_untouched


@needs_openssl
@pytest.mark.parametrize(
    ("names", "dates", "cause"),
    [
        pytest.param("IP:127.0.0.1", ("20200101000000Z", "20210101000000Z"), "certificate has expired", id="expired"),
        pytest.param(
            "DNS:other.example",
            (),
            "IP address mismatch, certificate is not valid for '127.0.0.1'.",
            id="wrong host",
        ),
    ],
)
def test_certificates_that_are_not_accepted(opa, folder, names, dates, cause):
    ca = authority(folder)
    with Proxy(opa.place, tls=signed(ca, "server", names=names, dates=dates)) as proxy:
        done = check(folder, proxy.url, "--opa-ca", ca.certificate)
        assert_told(done, proxy.url, f"its certificate is not accepted: {cause}")


@needs_openssl
def test_an_authority_that_nobody_knows(opa, folder):
    ca = authority(folder)
    with Proxy(opa.place, tls=signed(ca, "server")) as proxy:
        done = check(folder, proxy.url)
        assert done.code == 3
        assert "its certificate is not accepted: " in "".join(causes(done))
        assert check(folder, proxy.url, "--opa-ca", ca.certificate).code == 0


def test_plain_http_where_tls_is_spoken(opa, folder):
    url = opa.address.url.replace("http:", "https:")
    done = check(folder, url)
    assert done.code == 3
    assert "".join(causes(done)).startswith(f"the OPA server at {url}: no TLS connection: ")


@needs_openssl
def test_a_client_certificate_and_a_token_reach_the_server(folder):
    ca = authority(folder)
    (certificate, key), (own, own_key) = signed(ca, "server"), signed(ca, "client")
    (folder / "token").write_text("s3cret-token\n")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    (folder / "authz.rego").write_text(
        'package system.authz\n\ndefault allow := false\n\nallow if input.identity == "s3cret-token"\n'
    )
    tls = ("--tls-cert-file", certificate, "--tls-private-key-file", key, "--tls-ca-cert-file", ca.certificate)
    command = [OPA, "run", "--server", "--addr", f"127.0.0.1:{port}", "--log-level", "error", *tls]
    url = f"https://127.0.0.1:{port}"
    trusted = ("--opa-ca", ca.certificate)
    client = ("--opa-cert", own, "--opa-key", own_key)
    with started([*command, "--authentication", "tls"], port):
        assert check(folder, url, *trusted, *client).code == 0
        assert check(folder, url, *trusted).code == 3
    with started([*command[:-2], "--authentication", "token", "--authorization", "basic", "authz.rego"], port, folder):
        assert check(folder, url, *trusted, "--opa-token-file", "token").code == 0
        assert check(folder, url, *trusted, variables={"OPA_TOKEN": "s3cret-token"}).code == 0
        refused = check(folder, url, *trusted, variables={"OPA_TOKEN": "wr0ng-token"})
    assert refused.code == 3
    assert "it answers 401: " in "".join(causes(refused))
    assert "wr0ng" not in refused.out + refused.err


@contextmanager
def started(command, port, cwd=None):
    process = subprocess.Popen(command, cwd=cwd, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    try:
        end = time.monotonic() + 20
        while time.monotonic() < end:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield
    finally:
        process.kill()
        process.wait()


def test_a_unix_socket(folder):
    server = Opa(on_loopback=False)
    try:
        assert server.address.socket
        assert check(folder, f"unix://{server.address.socket}").code == 0
        done = check(folder, "unix:///no/such.sock")
        assert_told(done, "unix:///no/such.sock", "no such file or directory")
    finally:
        server.close()


def test_two_runs_at_once_do_not_disturb_each_other(opa, folder):
    (folder / "other").mkdir()
    write_policy(folder / "other/own", "OWN-1", ANSWERS["fails"])
    done = {}

    def run(name, cwd):
        done[name] = check(cwd, opa.address.url)

    threads = [
        threading.Thread(target=run, args=(name, cwd))
        for name, cwd in (("one", folder), ("two", folder / "other"), ("three", folder))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {name: each.code for name, each in done.items()} == {"one": 0, "two": 1, "three": 0}
    assert opa.is_untouched


def test_several_documents_at_once(opa, folder):
    done = tfcheck(
        CLEAN, CLEAN.parents[1] / "risky/plan.json", *OWN, "--jobs", "2", "--opa-url", opa.address.url, cwd=folder
    )
    assert (done.code, len(done.report["runs"])) == (0, 4)
    done = tfcheck(CLEAN, CLEAN.parents[1] / "risky/plan.json", *OWN, "--jobs", "2", "--opa-bin", OPA, cwd=folder)
    assert (done.code, len(done.report["runs"])) == (0, 4)
    assert opa.is_untouched


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize(
    "number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=["Ctrl-C", "SIGTERM", "SIGKILL"]
)
@pytest.mark.parametrize("where", ["shared", "own"])
def test_leaves_nothing_behind_when_it_is_stopped(folder, number, where):
    write_policy(folder / "own", "OWN-3", SLOW)
    server = Opa()
    options = ("--opa-url", server.address.url) if where == "shared" else ("--opa-bin", OPA)
    temporary = folder / "temporary"
    temporary.mkdir()
    process = subprocess.Popen(
        [*COMMAND, str(CLEAN), *OWN, *options],
        cwd=folder,
        env=environment(TMPDIR=str(temporary)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_until(lambda: len(server.policies) > 3 if where == "shared" else list(temporary.glob("*/log")))
        time.sleep(0.3)  # it evaluates
        assert process.poll() is None
        process.send_signal(number)
        process.wait(20)
        wait_until(lambda: server.is_untouched, 10)
        wait_until(lambda: not running(str(temporary)), 10)
    finally:
        process.kill()
        process.wait()
        server.close()
    assert number == signal.SIGKILL or list(temporary.iterdir()) == []


def running(text):
    """The processes that have this text in their command line or working directory."""
    found = []
    for pid in (path.name for path in Path("/proc").glob("[0-9]*")):
        try:
            command = Path(f"/proc/{pid}/cmdline").read_bytes().decode()
            place = str(Path(f"/proc/{pid}/cwd").readlink())
        except OSError:
            continue
        if text in command or place.startswith(text):
            found.append(pid)
    return found


def wait_until(condition, seconds=20):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)
