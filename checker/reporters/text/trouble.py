"""How what the checker could not look at is shown: so that nobody takes it for compliant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.reporters.text.page import Ink
from checker.reporters.text.wording import place_of, prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import PolicyRun, Problem
    from checker.reporters.text.page import Page


def write_trouble(page: Page, broken: Iterable[PolicyRun], problems: Iterable[Problem]) -> None:
    """Show broken policies and problems, each with what to do about it."""
    for problem in problems:
        page.gap()
        place = place_of(problem.location, "")
        page.write(Ink(" PROBLEM ", "alarm"), f" {place}" if place else "", f" ({problem.stage})", indent=1, hang=3)
        _write_problem(page, problem)
    for run in broken:
        if run.problem is None:  # a broken run always has one; the type checker cannot know
            continue
        page.gap()
        page.write(
            Ink(" BROKEN ", "alarm"), " ", Ink(run.policy.id, "strong"), f"  {run.policy.title}", indent=1, hang=3
        )
        place = place_of(run.problem.location or run.policy.location, "")
        page.write(f"did not answer about {run.document.file}", Ink(f"  {place}", "faint"), indent=4, hang=2)
        _write_problem(page, run.problem)


def write_notes(page: Page, notes: Iterable[Problem]) -> None:
    """Show what was not looked at though nothing is wrong."""
    for note in notes:
        page.gap()
        page.write(Ink("NOTE", "strong"), f"  {place_of(note.location, '')}", indent=2, hang=2)
        _write_problem(page, note)


def _write_problem(page: Page, problem: Problem) -> None:
    # Engines point at the place in the source with several lines; the indent tells them from ours.
    for line in problem.message.rstrip("\n").split("\n"):
        page.write(line, indent=4, hang=2)
    if problem.hint:
        page.write(Ink("hint: ", "strong"), prose(problem.hint), indent=4, hang=6)
