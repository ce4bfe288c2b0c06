"""The engine's process ends with its parent, and is replaced when it ends by itself."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from checker.engines.child import limit_time
from checker.engines.embedded import EmbeddedEngine, EngineClosedError
from checker.engines.process import EngineProcess
from tests.engines.support import GIB, SOUND, SOUND_ANSWER, loaded, policy, told

LOOP = "\tsome x in numbers.range(1, 100000)\n\tsome y in numbers.range(1, 100000)\n\tx * y == -1\n}"
ENDLESS = policy(f"deny contains x if {{\n{LOOP}")

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


def process_of(engine):
    return engine._process._process


def wait_until(condition, seconds=10.0):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.02)
    assert condition()


def is_running(pid):
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@posix
def test_starts_again_when_the_process_was_killed_between_documents():
    with loaded({"sound.rego": SOUND}) as engine:
        engine.evaluate(b"{}")
        first = process_of(engine)
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        assert told(engine.evaluate(b"{}")) == {"policies.sound": SOUND_ANSWER}
        assert process_of(engine).pid != first.pid


@posix
def test_says_that_the_process_was_killed_from_outside():
    process = EngineProcess("worker", memory_limit=GIB)
    os.kill(process._process.pid, signal.SIGKILL)
    failure = process.ask(b"", limit=10.0)
    assert failure.message == "the engine's process was killed from outside"


def test_ends_when_its_input_is_closed():
    process = EngineProcess("worker", memory_limit=GIB)._process
    process.stdin.close()
    assert process.wait(10) == 0
    process.stdout.close()


def test_close_leaves_no_process_behind_even_in_the_middle_of_an_evaluation():
    with loaded({"hostile.rego": ENDLESS}) as engine:
        process = process_of(engine)
        thread = threading.Timer(0.5, engine.close)
        thread.start()
        engine._process.ask(b"A{}", limit=5.0)
        thread.join()
        assert process.poll() is not None
    assert process.poll() is not None


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_ends_by_itself_when_the_parent_is_killed():
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(
                """
            import time
            from tests.engines.support import loaded, SOUND
            with loaded({"sound.rego": SOUND}) as engine:
                engine.evaluate(b"{}")
                print(engine._process._process.pid, flush=True)
                time.sleep(60)
            """
            ),
        ],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    child = int(parent.stdout.readline())
    assert is_running(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    wait_until(lambda: not is_running(child))


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_ends_by_itself_in_the_middle_of_an_evaluation_when_no_parent_stops_it():
    code = (
        f"from checker.engines import child; child._GRACE = 0; child.limit_time(0.2)\nwhile True: pass  # {limit_time}"
    )
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], check=False, cwd=Path(__file__).parents[2])
    assert done.returncode == -signal.SIGXCPU
    assert time.monotonic() - started < 10


def test_engines_in_several_threads_do_not_disturb_each_other():
    def work(number):
        module = policy(f"deny contains input.x + {number}", name=f"p{number}")
        with loaded({"a.rego": module}) as engine:
            return [told(engine.evaluate(b'{"x": %d}' % x))[f"policies.p{number}"]["deny"] for x in range(5)]

    with ThreadPoolExecutor(4) as pool:
        results = list(pool.map(work, range(8)))
    assert results == [[[x + number] for x in range(5)] for number in range(8)]


def test_a_process_that_is_stopped_does_not_stop_the_others():
    def work(module):
        with loaded({"a.rego": module}, time_limit=1.5) as engine:
            (answer,) = told(engine.evaluate(b"{}")).values()
            return getattr(answer, "message", answer)

    with ThreadPoolExecutor(3) as pool:
        results = list(pool.map(work, [ENDLESS, SOUND, ENDLESS]))
    assert results == ["stopped after 1.5 seconds", SOUND_ANSWER, "stopped after 1.5 seconds"]


@posix
def test_stops_a_process_that_takes_no_more_input():
    with loaded({"sound.rego": SOUND}, time_limit=1.0) as engine:
        engine.evaluate(b"{}")
        os.kill(process_of(engine).pid, signal.SIGSTOP)
        document = b'{"x": "' + b"x" * 1_000_000 + b'"}'
        assert told(engine.evaluate(document)) == {"policies.sound": SOUND_ANSWER}


def test_asks_the_same_of_each_document():
    with loaded({"a.rego": policy("deny contains input.x")}) as engine:
        answers = [told(engine.evaluate(document)) for document in (b'{"x": 1}', b"{}", b'{"x": 2}')]
    assert [answer["policies.hostile"]["deny"] for answer in answers] == [[1], [], [2]]


def test_goes_on_with_the_next_document_after_a_policy_was_stopped():
    module = policy(f"deny contains x if {{\n\tinput.loop\n{LOOP}")
    with loaded({"a.rego": module, "sound.rego": SOUND}, time_limit=1.0) as engine:
        first, second = (told(engine.evaluate(document)) for document in (b'{"loop": true}', b"{}"))
    assert first["policies.hostile"].message == "stopped after 1 seconds"
    assert first["policies.sound"] == second["policies.sound"] == SOUND_ANSWER
    assert second["policies.hostile"] == {"deny": [], "undecided": [], "checked": []}


def test_starts_no_other_process_once_it_is_closed():
    with loaded({"a.rego": ENDLESS, "sound.rego": SOUND}) as engine:
        threading.Timer(0.5, engine.close).start()
        started = time.monotonic()
        with pytest.raises(EngineClosedError):
            engine.evaluate(b"{}")
        assert time.monotonic() - started < 10
        assert engine._process is None


def test_says_the_version_that_is_installed() -> None:
    from importlib.metadata import version

    engine = EmbeddedEngine(time_limit=60, memory_limit=4 * GIB)
    engine.close()
    assert engine.description == f"regorus {version('gordon-to-regorus')}"
