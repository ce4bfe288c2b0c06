"""Reports are as they were when somebody last read them.

`make golden` writes the files again; read the difference before committing it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.reporters import RenderOptions, reporter
from tests.unit.reporter_reports import ALL, REPORTS

HERE = Path(__file__).parent
CASES = {
    **{f"text/{name}.txt": ("text", report, RenderOptions()) for name, report in REPORTS.items()},
    "text/all-verbose.txt": ("text", ALL, RenderOptions(verbose=1)),
    "text/all-quiet.txt": ("text", ALL, RenderOptions(verbose=-1)),
    "text/all-colour.txt": ("text", ALL, RenderOptions(colour=True, hyperlinks=True)),
    "text/all-narrow.txt": ("text", ALL, RenderOptions(width=48)),
    "json/all.json": ("json", ALL, RenderOptions()),
}


@pytest.mark.parametrize("name", CASES)
def test_report_is_as_read(name: str, *, is_rewriting: bool) -> None:
    form, report, options = CASES[name]
    rendered = reporter(form)(report, options)
    golden = HERE / name
    if is_rewriting:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(rendered, encoding="utf-8", newline="\n")
    assert rendered == golden.read_text(encoding="utf-8")


def test_no_golden_file_is_left_over() -> None:
    kept = {path.relative_to(HERE).as_posix() for folder in ("text", "json") for path in (HERE / folder).iterdir()}
    assert kept == set(CASES)
