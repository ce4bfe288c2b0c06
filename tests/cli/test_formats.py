"""Several reports at once: each gets to its place whole, and what cannot be is said before anything is checked."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from checker.reporters import REPORTERS
from tests.reports.consumers import CONSUMERS
from tests.running import COMMAND, RISKY, environment, tfcheck

if TYPE_CHECKING:
    from pathlib import Path

TEXT_ENDS = "3 findings (1 critical, 2 high) in 1 file"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plan.json").write_bytes(RISKY.read_bytes())
    return tmp_path


def test_every_format_at_once(folder: Path) -> None:
    options = [f"--format={form}=report.{form}" for form in REPORTERS if form != "text"]
    done = tfcheck("plan.json", "--format", "text", *options, cwd=folder)
    assert (done.code, done.err) == (1, "")
    assert done.out == tfcheck("plan.json", cwd=folder).out
    for form in REPORTERS:
        if form != "text":
            data = (folder / f"report.{form}").read_bytes()
            CONSUMERS[form](data if form in {"xlsx", "pdf"} else data.decode())
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["plan.json", *(f"report.{form}" for form in REPORTERS if form != "text")]
    )


def test_a_dash_is_standard_output(folder: Path) -> None:
    done = tfcheck("plan.json", "--format", "json=-", "--format", "text=report.txt", cwd=folder)
    assert json.loads(done.out)["tool"] == "tfcheck"
    assert TEXT_ENDS in (folder / "report.txt").read_text()


def test_a_binary_format_goes_through_a_pipe(folder: Path) -> None:
    command = [*COMMAND, "plan.json", "--format", "xlsx=-", "--format", "json=report.json"]
    done = subprocess.run(command, cwd=folder, env=environment(), capture_output=True, check=False)
    assert done.returncode == 1
    assert "Results" in CONSUMERS["xlsx"](done.stdout)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--format", "text", "--format", "json"), "only one format can go to standard output\nhint: give all but one"),
        (("--format", "text", "--format", "json=-"), "only one format can go to standard output\nhint: "),
        (("--format", "sarf=x.sarif"), "unknown format 'sarf'; known formats: text, json"),
        (("--format", "sarf=x.sarif"), "hint: did you mean 'sarif'?"),
        (("--format", "gitlab=x"), "hint: did you mean 'gitlab-sast'?"),
        (("--format", "json="), "--format json=: names no file\nhint: such as --format json=report.json"),
        (("--format", "json=no/x.json"), "no/x.json: there is no folder no\nhint: "),
        (("--format", "json=taken"), "taken: is a folder\nhint: "),
        (("--format", "json=x", "--format", "sarif=./x"), "two formats for one file: "),
        (("--format", "json=./plan.json"), "./plan.json: is a file to check, and no place for a report\nhint: "),
        (("--output", "plan.json"), "plan.json: is a file to check"),
        (("--format", "json=x", "--output", "y"), "--output is for a single format without a file of its own\nhint: "),
        (("--format", "json", "--format", "text=x", "--output", "y"), "--output is for a single format"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_written(
    folder: Path, options: tuple[str, ...], message: str
) -> None:
    (folder / "taken").mkdir()
    before = sorted(folder.iterdir())
    done = tfcheck("plan.json", *options, cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert sorted(folder.iterdir()) == before


def test_the_configuration_may_name_a_format_that_is_unknown(folder: Path) -> None:
    (folder / "tfcheck.yaml").write_text("format: sarf\n")
    done = tfcheck("plan.json", cwd=folder)
    assert done.code == 2
    assert "did you mean 'sarif'?" in done.err


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions and links")
def test_a_file_keeps_its_permissions_and_a_link_its_target(folder: Path) -> None:
    (folder / "real.json").write_text("old")
    (folder / "real.json").chmod(0o640)
    (folder / "link.json").symlink_to("real.json")
    tfcheck("plan.json", "--format", "json=link.json", cwd=folder)
    assert (folder / "link.json").is_symlink()
    assert json.loads((folder / "real.json").read_bytes())["tool"] == "tfcheck"
    assert stat.S_IMODE((folder / "real.json").stat().st_mode) == 0o640


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_new_file_has_the_usual_permissions(folder: Path) -> None:
    tfcheck("plan.json", "--format", "json=new.json", cwd=folder)
    (folder / "usual").write_text("")
    assert stat.S_IMODE((folder / "new.json").stat().st_mode) == stat.S_IMODE((folder / "usual").stat().st_mode)


@pytest.mark.skipif(sys.platform != "linux", reason="needs a limit of file size that fails a write")
def test_a_report_that_has_no_room_leaves_the_old_one_whole(folder: Path) -> None:
    import resource
    import signal

    (folder / "report.json").write_text("old")

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    done = subprocess.run(
        [*COMMAND, "plan.json", "--format", "json=report.json"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )
    assert done.returncode == 3
    assert "the report could not be written: report.json: File too large\nhint: " in done.stderr
    assert (folder / "report.json").read_text() == "old"
    assert sorted(path.name for path in folder.iterdir()) == ["plan.json", "report.json"]


@pytest.mark.parametrize("group_by", ["policy", "severity", "resource"])
def test_findings_can_stand_together_in_other_ways(folder: Path, group_by: str) -> None:
    done = tfcheck("plan.json", "--group-by", group_by, cwd=folder)
    usual = tfcheck("plan.json", cwd=folder)
    assert done.out != usual.out
    assert done.out.splitlines()[-1] == usual.out.splitlines()[-1]
    assert done.out.count("DBX-ML-001") >= 1
