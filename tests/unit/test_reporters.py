"""What holds for every format."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checker.errors import UsageError
from checker.reporters import BINARY, REPORTERS, RenderOptions, reporter
from tests.unit.reporter_reports import ALL, REPORTS, many


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("name", REPORTS)
def test_every_format_renders_every_status_the_same_each_time(form: str, name: str) -> None:
    render = reporter(form)
    first = render(REPORTS[name], RenderOptions())
    assert first == render(REPORTS[name], RenderOptions())
    if form not in BINARY:
        assert first.endswith("\n")
        assert not first.endswith("\n\n")


def test_an_unknown_format_names_the_known_ones_and_the_nearest() -> None:
    with pytest.raises(UsageError, match="unknown format 'jsn'; known formats: text, json, sarif, ") as caught:
        reporter("jsn")
    assert caught.value.hint == "did you mean 'json'?"


def test_an_unknown_format_like_no_other_gets_no_guess() -> None:
    with pytest.raises(UsageError) as caught:
        reporter("xyz")
    assert caught.value.hint == ""


def _imported(code: str) -> set[str]:
    script = f"import sys\n{code}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_a_format_that_is_not_asked_for_costs_nothing() -> None:
    assert not {"rich", "checker.reporters.json"} & _imported("import checker.reporters")
    assert "rich" not in _imported("from checker.reporters import reporter; reporter('json')")


def test_text_imports_no_more_of_rich_than_colours_need() -> None:
    render = "from checker.reporters import RenderOptions, reporter; from checker.reporters.text.page import Page"
    assert "rich" not in _imported(f"{render}; reporter('text'); Page(RenderOptions())")
    coloured = _imported(f"{render}; Page(RenderOptions(colour=True))")
    assert "rich.style" in coloured
    assert not {"rich.console", "rich.text", "rich.table"} & coloured


@pytest.mark.parametrize("form", REPORTERS)
def test_work_grows_with_the_findings_and_no_faster(form: str) -> None:
    render = reporter(form)
    render(ALL, RenderOptions())  # imports, compiled patterns, caches
    small, large = (_calls(form, number) for number in (1_000, 10_000))
    assert large <= 11 * small


def _calls(form: str, number: int) -> int:
    """Count function calls, which unlike seconds do not depend on the machine."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    report, render = many(number), reporter(form)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        render(report, RenderOptions())
    finally:
        sys.setprofile(before)
    return calls
