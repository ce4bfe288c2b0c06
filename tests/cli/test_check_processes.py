"""`tfcheck check` among other processes: signals, pipes, terminals and full disks."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.running import ANSWERS, CLEAN, COMMAND, RISKY, environment, tfcheck, write_policy

if TYPE_CHECKING:
    from collections.abc import Callable

if sys.platform == "win32":
    pytest.skip("signals and terminals of POSIX", allow_module_level=True)

import pty

OWN = ("--policy", "own", "--set", "own")
ENDLESS = """\
deny contains {"address": "a", "path": "", "message": "x"} if {
	some a in numbers.range(1, 1000000)
	some b in numbers.range(1, 1000000)
	a * b == 0
}

undecided := set()

checked := set()
"""


def children(pid: int) -> set[int]:
    """The processes that a process has started."""
    done = subprocess.run(["ps", "-o", "pid=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return {int(line) for line in done.stdout.split()}


def group_is_running(group: int) -> bool:
    done = subprocess.run(["ps", "-o", "stat=", "-g", str(group)], capture_output=True, text=True, check=False)
    return any(not state.startswith("Z") for state in done.stdout.split())


def cpu_seconds(pid: int) -> float:
    ticks = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:13]
    return sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it did not come to that"
        time.sleep(0.05)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["Ctrl-C", "SIGTERM"])
@pytest.mark.parametrize(
    "jobs",
    [
        "1",
        "2",
    ],
)
def test_ends_soon_when_told_to_and_leaves_no_process_behind(
    tmp_path: Path, number: signal.Signals, code: int, jobs: str
) -> None:
    write_policy(tmp_path / "own", rules=ENDLESS)
    with subprocess.Popen(
        [*COMMAND, str(CLEAN), str(RISKY), *OWN, "--jobs", jobs],
        cwd=tmp_path,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            wait_until(lambda: len(children(process.pid)) == int(jobs))
            workers = children(process.pid)
            wait_until(lambda: any(cpu_seconds(pid) > 0.5 for pid in workers))  # it evaluates
            process.send_signal(number)
            out, err = process.communicate(timeout=10)
            wait_until(lambda: not group_is_running(process.pid), 5)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    assert process.returncode == code
    assert out == b""
    assert b"Traceback" not in err


def test_a_reader_that_goes_away_is_no_error_and_no_finding(tmp_path: Path) -> None:
    more_than_a_pipe_holds = """\
deny contains {"address": "terraform", "path": sprintf("%d", [n]), "message": "not allowed"} if {
	some n in numbers.range(1, 2000)
}

undecided := set()

checked := set()
"""
    write_policy(tmp_path / "own", rules=more_than_a_pipe_holds)
    command = [*COMMAND, str(CLEAN), *OWN, "--format", "json"]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_said_and_is_neither_clean_nor_a_bug(tmp_path: Path) -> None:
    command = [*COMMAND, str(CLEAN)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command, cwd=tmp_path, env=environment(), stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 3
    assert done.stderr.splitlines() == [
        "tfcheck: the output could not be written: No space left on device",
        "hint: make room; nothing of it can be used",
    ]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_report_that_cannot_be_written_is_never_clean(tmp_path: Path) -> None:
    done = tfcheck(CLEAN, "--output", "/dev/full", cwd=tmp_path)
    assert done.code != 0
    assert "the report could not be written: /dev/full: No space left on device\nhint: " in done.err


@pytest.mark.parametrize("stream", ["<&-", ">&-", "2>&-"], ids=["input", "output", "error"])
def test_closed_streams_do_no_harm(tmp_path: Path, stream: str) -> None:
    command = f'"$@" {stream}'
    done = subprocess.run(
        ["sh", "-c", command, "sh", *COMMAND, str(RISKY)],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "bug" not in done.stderr


def test_a_closed_standard_input_is_an_empty_one(tmp_path: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", '"$@" - <&-', "sh", *COMMAND],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert "empty file" in done.stdout


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_pipes_get_utf_8_whatever_the_locale_says(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "plän-計画.json").write_bytes(CLEAN.read_bytes())
    done = tfcheck(
        "plän-計画.json", "--format", "json", cwd=tmp_path, variables={"PYTHONIOENCODING": encoding, "PYTHONUTF8": "1"}
    )
    assert done.report["documents"][0]["file"] == "plän-計画.json"


# --- terminals


def on_terminal(*arguments: object, cwd: Path, width: int = 80, **variables: str) -> tuple[int, str, str]:
    """Exit code, and what a terminal gets on standard output and on standard error."""
    ours, theirs = pty.openpty()
    ours_too, theirs_too = pty.openpty()
    for each in (theirs, theirs_too):
        subprocess.run(["stty", "cols", str(width), "rows", "24"], stdin=each, check=True)
    with subprocess.Popen(
        [*COMMAND, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs_too,
        cwd=cwd,
        env=environment(**({"TERM": "xterm-256color"} | variables)),
    ) as process:
        os.close(theirs)
        os.close(theirs_too)
        texts = [_read(ours), _read(ours_too)]
        return process.wait(60), *texts


def _read(terminal: int) -> str:
    chunks = []
    while True:
        try:
            chunk = os.read(terminal, 4096)
        except OSError:  # Linux says so when the last writer has gone
            chunk = b""
        if not chunk:
            os.close(terminal)
            return b"".join(chunks).decode()
        chunks.append(chunk)


def shown_at_the_end(text: str) -> str:
    """What stays on a terminal's last line."""
    return text.rpartition("\x1b[2K")[2].rpartition("\r")[2]


def test_a_terminal_gets_colour_and_a_pipe_does_not(tmp_path: Path) -> None:
    write_policy(tmp_path / "own", rules=ANSWERS["fails"])
    code, out, _ = on_terminal(CLEAN, *OWN, cwd=tmp_path)
    assert code == 1
    assert "\x1b[" in out


@pytest.mark.parametrize(
    ("options", "variables"),
    [(("--no-color",), {}), ((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"})],
    ids=["--no-color", "NO_COLOR", "TERM=dumb"],
)
def test_colour_can_be_refused(tmp_path: Path, options: tuple[str, ...], variables: dict[str, str]) -> None:
    write_policy(tmp_path / "own", rules=ANSWERS["fails"])
    code, out, _ = on_terminal(CLEAN, *OWN, *options, cwd=tmp_path, **variables)
    assert code == 1
    assert "not allowed" in out
    assert "\x1b" not in out


def test_progress_names_each_file_and_is_gone_at_the_end(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes(CLEAN.read_bytes())
    _, _, err = on_terminal("plan.json", "missing.json", cwd=tmp_path)
    steps = re.sub(r"by [0-9]+ policies", "by N policies", err).split("\r\x1b[2K")
    assert steps == [
        "",
        "checking 1 of 2: plan.json",
        "checking 1 of 2: plan.json by N policies",
        "checking 2 of 2: missing.json",
        "",
    ]


def test_progress_is_gone_after_an_error_too(tmp_path: Path) -> None:
    (tmp_path / "tfcheck.yaml").write_text("parameters: {NO-SUCH-1: {x: 1}}\n")
    code, _, err = on_terminal(CLEAN, cwd=tmp_path)
    assert code == 2
    assert "checking" not in err.rpartition("\x1b[2K")[2]


def test_progress_never_wraps(tmp_path: Path) -> None:
    name = "deep/" * 30 + "plan.json"
    _, _, err = on_terminal(name, cwd=tmp_path, width=40)
    line = err.split("\r\x1b[2K")[1]
    assert (len(line), line[:10], line[-9:]) == (39, "checking …", "plan.json")
    assert shown_at_the_end(err) == ""


def test_progress_does_not_obey_file_names(tmp_path: Path) -> None:
    _, _, err = on_terminal("a\x1b]0;title\x07.json", cwd=tmp_path)
    assert "\x1b]0" not in err
    assert "checking a\\x1b]0;title\\x07.json" in err


@pytest.mark.parametrize(
    ("options", "variables"), [(("--quiet",), {}), ((), {"TERM": "dumb"})], ids=["--quiet", "TERM=dumb"]
)
def test_progress_can_be_refused(tmp_path: Path, options: tuple[str, ...], variables: dict[str, str]) -> None:
    assert on_terminal(CLEAN, *options, cwd=tmp_path, **variables)[2] == ""


def test_a_pipe_gets_no_progress(tmp_path: Path) -> None:
    assert tfcheck(CLEAN, cwd=tmp_path).err == ""


# --- what is not foreseen


def test_a_bug_says_that_it_is_one_and_shows_no_values(tmp_path: Path) -> None:
    program = (
        "import checker.catalogue, checker.cli\n"
        "def fail(*_):\n    raise RuntimeError('the secret is hunter2')\n"
        "checker.catalogue.read_catalogue = fail\n"
        "checker.cli.main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(CLEAN)],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    first, second = done.stderr.splitlines()
    assert done.returncode == 3
    assert done.stdout == ""
    assert first.startswith("tfcheck: this is a bug in tfcheck: RuntimeError at checker.check:")
    assert second == "hint: please report it with the command that you gave, and without your files"


def test_messages_do_not_obey_what_is_named(tmp_path: Path) -> None:
    done = tfcheck(CLEAN, "--policy", "\x1b]0;title\x07", cwd=tmp_path)
    assert (done.code, "\x1b" in done.err) == (2, False)
    assert "\\x1b]0;title\\x07: no such folder" in done.err
