"""`tfcheck test`: its exit codes, and where it looks for tests."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "policies").mkdir()
    return tmp_path


def run(folder, *args):
    return subprocess.run(
        [sys.executable, "-m", "checker", "test", *args],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )


def write(folder, text, name="policies/x_test.rego"):
    (folder / name).write_text(f"package x_test\n{text}\n")


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ("test_a if true", 0),
        ("test_a if true\ntest_b if false", 1),
        ("test_a if 1 / 0 == 1", 1),
        ("todo_test_a if false", 0),
        ("helper if true", 2),
        ("test_a if unknown", 3),
    ],
    ids=["passed", "failed", "error", "skipped", "no test", "broken module"],
)
def test_exit_codes(folder, rules, code):
    write(folder, rules)
    assert run(folder).returncode == code


def test_names_each_test_and_counts_them(folder):
    write(folder, "test_a if true\ntest_b if false")
    assert run(folder).stdout == (
        "PASS   x_test.test_a\nFAIL   x_test.test_b\n\n"
        "FAIL   x_test.test_b\n       policies/x_test.rego:3\n       one of its expressions is false or undefined\n\n"
        "2 tests: 1 passed, 1 failed\n"
    )


def test_takes_the_folders_of_the_configuration(folder):
    (folder / "rules").mkdir()
    (folder / "tfcheck.yaml").write_text("policies: [rules]\n")
    write(folder, "test_default if true")
    write(folder, "test_configured if true", "rules/y_test.rego")
    assert run(folder).stdout.splitlines()[0] == "PASS   x_test.test_configured"


def test_without_any_folder_it_says_so(folder):
    (folder / "policies").rmdir()
    done = run(folder)
    assert done.returncode == 2
    assert "no folder with policies to test" in done.stderr


@pytest.mark.parametrize(("minimum", "code"), [("50", 0), ("51", 1)])
def test_a_minimum_of_coverage(folder, minimum, code):
    (folder / "policies/x.rego").write_text("package x\n\na if input.x == 1\n\nf(x) if x == 2\n")
    write(folder, "test_a if data.x.a with input.x as 1")
    done = run(folder, "--coverage-minimum", minimum)
    assert (done.returncode, " 50.0 %  policies/x.rego  lines 5" in done.stdout) == (code, True)


def test_verbose_tells_what_passing_tests_printed(folder):
    write(folder, 'test_a if print("seen")')
    assert "seen" not in run(folder).stdout
    assert "printed at policies/x_test.rego:2: seen" in run(folder, "-v").stdout


def test_control_characters_are_not_obeyed(folder):
    write(folder, r'test_a := "\u001b[2J::set-output name=x::"')
    done = run(folder)
    assert "\x1b" not in done.stdout
    assert "::set-output" not in done.stdout
