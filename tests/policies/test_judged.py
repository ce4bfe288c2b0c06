"""Every finding in the example projects was judged by hand, and none is a false alarm."""

from __future__ import annotations

import pytest

from tests.policies.judged import PROJECTS, found, judged


@pytest.mark.parametrize("project", PROJECTS)
def test_each_finding_was_judged(project: str) -> None:
    rows = {row for row in judged() if row.project == project}
    assert found(project, PROJECTS[project]) == rows


def test_each_judgement_has_a_reason_and_none_is_wrong() -> None:
    told = judged()
    assert len({row.project for row in told}) > 5
    assert {judgement for judgement, _ in told.values()} <= {"right", "rightly undecided"}
    assert all(len(why) > 20 for _, why in told.values())
