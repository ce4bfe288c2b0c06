"""Every shipped policy has a page in docs/policies that says what it does today."""

from __future__ import annotations

import pytest

from tests.policies.pages import FOLDER, page, policies

FRESH = "make policy-pages writes it anew"


@pytest.mark.parametrize("policy", sorted(policies()))
def test_the_page_of_a_policy_is_current(policy: str) -> None:
    path = FOLDER / f"{policy}.md"
    assert path.is_file(), FRESH
    assert path.read_text(encoding="utf-8") == page(policies()[policy]), FRESH


def test_there_are_no_pages_of_other_policies() -> None:
    assert {path.stem for path in FOLDER.glob("*.md")} == policies().keys()
