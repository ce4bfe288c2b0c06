"""What tfcheck claims of a configuration is what Terraform plans of it."""

from __future__ import annotations

import pytest

from bench.agreement import Agreement, cases, compare

CASES = {case.name: case for case in cases()}
KNOWN = 0.9  # of what the plans know; much of the rest stands in states, not in configurations
KNOWN_WITHOUT_STATE = 0.99  # of plans from nothing


@pytest.fixture(scope="module")
def agreements() -> dict[str, Agreement]:
    return {name: compare(case) for name, case in CASES.items()}


def test_nothing_that_is_claimed_is_wrong(agreements: dict[str, Agreement]) -> None:
    assert {name: each.wrong for name, each in agreements.items() if each.wrong} == {}


def test_most_of_what_a_plan_knows_is_known(agreements: dict[str, Agreement]) -> None:
    total = Agreement()
    for each in agreements.values():
        total.counts += each.counts
    assert total.counts["right"] > 1200
    assert total.known > KNOWN


def test_nearly_all_is_known_of_modules_in_the_style_of_registries(agreements: dict[str, Agreement]) -> None:
    total = Agreement()
    for name, each in agreements.items():
        if name.startswith("tests/fixtures/configurations/"):
            total.counts += each.counts
    assert total.known > KNOWN_WITHOUT_STATE


def test_every_link_of_a_plan_is_found(agreements: dict[str, Agreement]) -> None:
    assert [name for name, each in agreements.items() if each.counts["link missed"]] == []
