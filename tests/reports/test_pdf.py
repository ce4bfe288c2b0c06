"""The audit report on paper says what the page of HTML says, and what it has no room for."""

from __future__ import annotations

from datetime import UTC, datetime

from msgspec.structs import replace

from checker.reporters import RenderOptions, reporter
from checker.reporters.pdf import pages
from tests.reports.consumers import read_pdf, spoken_in_pdf
from tests.unit import reporter_reports as reports


def rendered(report: reports.Report) -> bytes:
    data = reporter("pdf")(report, RenderOptions())
    assert isinstance(data, bytes)
    return data


def test_a_check_begins_at_any_microsecond() -> None:
    started = datetime(2026, 11, 23, 9, 30, 1, 954_548, tzinfo=UTC)
    assert "2026-11-23 09:30:01" in read_pdf(rendered(replace(reports.CLEAN, started=started)))[0]


def test_addresses_are_copied_as_they_are() -> None:
    """They may break anywhere, and no space without width comes along."""
    text = "".join(read_pdf(rendered(reports.EVIDENT)))
    assert 'module.models.databricks_grants.registered_model["churn"]' in text.replace("\n", "")
    assert "\u200b" not in text


def test_headings_are_tagged_and_pictures_have_words() -> None:
    spoken = spoken_in_pdf(rendered(reports.EVIDENT))
    assert {"/H1", "/H2", "/TH", "/TOC"} <= {tag for tag, _ in spoken}
    pictures = [words for tag, words in spoken if tag == "/Figure"]
    assert len(pictures) == 5
    assert pictures[0].startswith("Answers by severity: critical")


def test_pages_are_numbered() -> None:
    told = read_pdf(rendered(reports.EVIDENT))
    assert [f"Page {number} of {len(told)}" in page for number, page in enumerate(told, start=1)] == [True] * len(told)


def test_what_has_no_room_is_counted_on_the_first_page() -> None:
    told = read_pdf(pages(reports.many(10), most=4))
    assert "6 less severe findings left out for want of room: json and csv have all of them." in told[0]
    assert "\n".join(told).count("Fingerprint") == 4


def test_a_text_that_would_fill_pages_is_cut() -> None:
    long = reports.finding(reports.RUN_AS, "databricks_job.nightly", "name", "x" * 40_000)
    run = reports.run(reports.RUN_AS, reports.PLAN_DOCUMENT, long)
    text = "".join(read_pdf(rendered(reports.report((reports.PLAN_DOCUMENT,), (run,)))))
    assert text.replace("\n", "").count("x" * 2_000) == 1
    assert "(38000 more characters)" in text.replace("\n", "")
