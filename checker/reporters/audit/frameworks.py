"""How far the policies of a check reach in each compliance framework."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checker.controls import coverage
from checker.frameworks import FRAMEWORKS
from checker.reporters.audit.contents import ControlAnswer, FrameworkAnswer
from checker.reporters.headline import worst_answers, worst_of
from checker.reporters.looking import policies_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from checker.controls import Control
    from checker.model import Report, Status


def frameworks(report: Report) -> Iterator[FrameworkAnswer]:
    """Those of which a policy of this check names a control."""
    policies, answers = policies_of(report), worst_answers(report)
    for name, framework in FRAMEWORKS.items():
        if any(name in policy.controls for policy in policies):
            reach = coverage(name, policies)
            yield FrameworkAnswer(
                name=name,
                title=f"{framework.title} {reach.version}",
                note=reach.note,
                awaits_review=not framework.is_reviewed,
                covered=tuple(_answer(control, answers) for control in reach.controls if control.policies),
                uncovered=tuple((control.id, control.title) for control in reach.controls if not control.policies),
            )


def _answer(control: Control, answers: Mapping[str, Status]) -> ControlAnswer:
    ids = tuple(policy.id for policy in control.policies)
    status = worst_of(answers[id_] for id_ in ids)
    return ControlAnswer(id=control.id, title=control.title, status=status.value, policies=ids)
