"""Every format, of every status, is read by what it is for."""

from __future__ import annotations

import pytest

from checker.reporters import BINARY, REPORTERS, RenderOptions, reporter
from tests.reports.consumers import CONSUMERS
from tests.unit.reporter_reports import REPORTS, many, report


def test_every_format_has_a_consumer() -> None:
    assert set(CONSUMERS) == set(REPORTERS)


@pytest.mark.parametrize("form", REPORTERS)
@pytest.mark.parametrize("name", REPORTS)
def test_a_report_is_read(form: str, name: str) -> None:
    CONSUMERS[form](reporter(form)(REPORTS[name], RenderOptions()))


@pytest.mark.parametrize("form", REPORTERS)
def test_a_report_of_nothing_is_read(form: str) -> None:
    CONSUMERS[form](reporter(form)(report((), ()), RenderOptions()))


@pytest.mark.parametrize("form", REPORTERS)
def test_a_large_report_is_read(form: str) -> None:
    CONSUMERS[form](reporter(form)(many(1_000), RenderOptions()))


@pytest.mark.parametrize("form", REPORTERS)
def test_binary_formats_are_bytes_and_all_others_text(form: str) -> None:
    assert isinstance(reporter(form)(REPORTS["all"], RenderOptions()), bytes) is (form in BINARY)
