"""Earlier reports beside a new one: what was open then, and what is now."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.reports.consumers import read_html, read_pdf
from tests.running import CLEAN, RISKY, tfcheck

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Open findings over time"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """With a report of each of twelve months, of which the first has no findings."""
    for file, name in ((CLEAN, "clean"), (RISKY, "risky")):
        tfcheck(file, "--format", f"json={name}.json", cwd=tmp_path)
    for month in range(1, 13):
        report = json.loads((tmp_path / ("clean.json" if month == 1 else "risky.json")).read_text())
        report["started"] = f"2025-{month:02}-03T23:30:00-02:00"
        (tmp_path / f"{month}.json").write_text(json.dumps(report))
    return tmp_path


def check(folder: Path, form: str, *months: int) -> bytes:
    given = [argument for month in months for argument in ("--history", f"{month}.json")]
    done = tfcheck(RISKY, "--format", f"{form}=out", *given, cwd=folder)
    assert (done.code, done.err) == (1, "")
    return (folder / "out").read_bytes()


def rows(page: bytes) -> list[list[str]]:
    """The table of the chart over time."""
    (figure,) = [each for each in read_html(page.decode()).iter("figure") if TITLE in "".join(each.itertext())]
    return [["".join(cell.itertext()) for cell in row] for row in figure.iter("tr")]


def test_they_are_told_in_the_order_of_time_and_the_check_at_the_end(folder: Path) -> None:
    assert rows(check(folder, "html", 2, 1)) == [
        ["", "critical", "high"],
        ["2025-01-04 01:30", "0", "0"],
        ["2025-02-04 01:30", "1", "2"],
        ["this check", "1", "2"],
    ]


def test_of_many_the_latest_are_shown(folder: Path) -> None:
    page = check(folder, "html", *range(1, 13))
    assert [row[0][:7] for row in rows(page)[1:]] == [*(f"2025-{month:02}" for month in range(3, 13)), "this ch"]
    assert b"The latest 10 of 12 earlier checks." in page


def test_the_paper_shows_them_too(folder: Path) -> None:
    assert TITLE in "".join(read_pdf(check(folder, "pdf", 1, 2)))


def test_without_history_there_is_no_such_chart(folder: Path) -> None:
    assert TITLE not in check(folder, "html").decode()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--history", "1.json"), "--history: no format that is asked for shows it\nhint: add --format html="),
        (("--format", "html=x", "--history", "none.json"), "none.json: No such file or directory\nhint: write one"),
        (("--format", "html=x", "--history", "odd.json"), "odd.json: not a report of tfcheck as JSON\nhint: "),
        (("--format", "html=x", "--history", "new.json"), "new.json: a report of version 2.0\nhint: "),
        (("--format", "html=x", "--history", "late.json"), "late.json: not a report of tfcheck as JSON\nhint: "),
        (("--format", "html=x", "--history", "less.json"), "less.json: not a report of tfcheck as JSON\nhint: "),
        (("--format", "html=x", "--history", "-", "--history", "-"), "--history -: standard input can be read only"),
        (("-", "--format", "html=x", "--history", "-"), "--history -: standard input can be read only once\nhint: "),
    ],
)
def test_what_cannot_be_used_is_said_before_anything_is_checked(
    folder: Path, options: tuple[str, ...], message: str
) -> None:
    report: dict[str, Any] = json.loads((folder / "2.json").read_text())
    (folder / "new.json").write_text(json.dumps(report | {"format_version": "2.0"}))
    (folder / "late.json").write_text(json.dumps(report | {"started": "9999-12-31T23:59:59-12:00"}))
    (folder / "less.json").write_text(json.dumps(report).replace('"high": 2', '"high": -2'))
    (folder / "odd.json").write_text(json.dumps(report | {"started": "2025-02-03T23:30:00"}))
    done = tfcheck("no-plan.json", *options, cwd=folder)
    assert done.code == 2
    assert done.err.startswith(f"tfcheck: {message}")
    assert not (folder / "x").exists()
