"""Renders a report for people: terminals and CI logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.model import Status
from checker.reporters.looking import all_notes, all_problems, broken_runs, runs_by_file
from checker.reporters.standing import Standing, standing
from checker.reporters.text.findings import grouped, write_group
from checker.reporters.text.page import Ink, Page
from checker.reporters.text.sections import sections
from checker.reporters.text.summary import write_summary
from checker.reporters.text.trouble import write_notes, write_trouble
from checker.reporters.text.verdict import write_verdict
from checker.reporters.text.waived import write_unused, write_waived

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Finding, PolicyRun, Report
    from checker.reporters.options import RenderOptions
    from checker.reporters.text.sections import Section


def render(report: Report, options: RenderOptions) -> str:
    """Findings first, the verdict last; what is in between says how far to trust it."""
    page = Page(options)
    is_quiet, is_verbose = options.verbose < 0, options.verbose > 0
    runs = runs_by_file(report)
    _findings(page, runs, "Findings", lambda finding: finding.is_open, options)
    if not is_quiet:
        _findings(page, runs, "Undecided", _is_undecided, options)
        _waived(page, runs)
    if is_verbose:
        _passed(page, runs)
    _trouble(page, report)
    if not is_quiet:
        _unused(page, report)
        _heading(page, "Summary")
        page.gap()
        write_summary(page, report)
    page.gap()
    write_verdict(page, report)
    return page.text()


def _is_undecided(finding: Finding) -> bool:
    return standing(finding) is Standing.UNDECIDED


def _heading(page: Page, title: str) -> None:
    page.gap()
    page.write(Ink(title, "heading"))


def _findings(
    page: Page,
    runs: dict[str, list[PolicyRun]],
    title: str,
    belongs: Callable[[Finding], bool],
    options: RenderOptions,
) -> None:
    for section in sections(runs, title, belongs, options.group_by):
        _heading(page, section.heading)
        _write_section(page, section, options)


def _write_section(page: Page, section: Section, options: RenderOptions) -> None:
    is_verbose = options.verbose > 0
    if options.group_by == "resource":
        from checker.reporters.text.resources import write_resources  # noqa: PLC0415 -- most runs do without

        write_resources(page, section, verbose=is_verbose)
        return
    for group in grouped(section.pairs):
        write_group(page, group, file=section.file, verbose=is_verbose)


def _waived(page: Page, runs: dict[str, list[PolicyRun]]) -> None:
    for file, answers in runs.items():
        waived = [(finding, finding.waiver) for run in answers for finding in run.findings if finding.waiver]
        if waived:
            _heading(page, f"Waived in {file}")
            page.gap()
            write_waived(page, waived)


def _passed(page: Page, runs: dict[str, list[PolicyRun]]) -> None:
    for file, answers in runs.items():
        passed = [run for run in answers if run.status is Status.PASSED]
        if passed:
            _heading(page, f"Passed in {file}")
        for run in passed:
            page.gap()
            page.write(
                Ink("PASSED", "good"), "  ", Ink(run.policy.id, "strong"), f"  {run.policy.title}", indent=2, hang=2
            )
            for address in run.checked:
                page.write(address, indent=4, hang=4)


def _trouble(page: Page, report: Report) -> None:
    broken, problems = broken_runs(report), all_problems(report)
    if broken or problems:
        _heading(page, "Could not check")
        write_trouble(page, broken, problems)
    if notes := all_notes(report):
        _heading(page, "Not looked at")
        write_notes(page, notes)


def _unused(page: Page, report: Report) -> None:
    if report.unused_waivers:
        _heading(page, "Waivers that cover nothing")
        page.gap()
        write_unused(page, report.unused_waivers)
