"""Reports are as they were when somebody last read them.

`make golden` writes the files again; read the difference before committing it.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from checker.reporters import REPORTERS, RenderOptions, reporter
from tests.reports.consumers import CONSUMERS
from tests.unit.reporter_reports import ALL, EVIDENT, REPORTS

HERE = Path(__file__).parent
ENDINGS = {
    "json": "json",
    "sarif": "sarif",
    "junit": "xml",
    "tap": "tap",
    "markdown": "md",
    "github": "txt",
    "github-summary": "md",
    "gitlab-codequality": "json",
    "gitlab-sast": "json",
    "azure": "txt",
    "csv": "csv",
    "xlsx": "json",  # of what openpyxl reads: nobody reads the bytes
    "oscal": "json",
    "html": "html",
    "pdf": "json",  # of the text of its pages
}
CASES = {
    **{f"text/{name}.txt": ("text", report, RenderOptions()) for name, report in REPORTS.items()},
    "text/all-verbose.txt": ("text", ALL, RenderOptions(verbose=1)),
    "text/all-quiet.txt": ("text", ALL, RenderOptions(verbose=-1)),
    "text/all-colour.txt": ("text", ALL, RenderOptions(colour=True, hyperlinks=True)),
    "text/all-narrow.txt": ("text", ALL, RenderOptions(width=48)),
    **{
        f"text/all-by-{group_by}.txt": ("text", ALL, RenderOptions(group_by=group_by))
        for group_by in ("policy", "severity", "resource")
    },
    **{f"{form}/all.{ending}": (form, ALL, RenderOptions()) for form, ending in ENDINGS.items()},
    **{
        f"{form}/clean.{ENDINGS[form]}": (form, REPORTS["clean"], RenderOptions())
        for form in ("sarif", "junit", "markdown")
    },
    "html/evident.html": ("html", EVIDENT, RenderOptions()),
}


@pytest.mark.parametrize("name", CASES)
def test_report_is_as_read(name: str, *, is_rewriting: bool) -> None:
    form, report, options = CASES[name]
    rendered = reporter(form)(report, options)
    if isinstance(rendered, bytes):
        rendered = json.dumps(CONSUMERS[form](rendered), indent=1) + "\n"
    golden = HERE / name
    if is_rewriting:
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(rendered, encoding="utf-8", newline="\n")
    assert rendered == golden.read_text(encoding="utf-8")


def test_every_format_has_a_golden_file() -> None:
    assert {form for form, _, _ in CASES.values()} == set(REPORTERS)


def test_no_golden_file_is_left_over() -> None:
    kept = {path.relative_to(HERE).as_posix() for path in HERE.rglob("*.*") if path.parent != HERE}
    assert {name for name in kept if "__pycache__" not in name} == set(CASES)
