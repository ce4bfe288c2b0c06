"""Policies say of their examples what the examples' names say.

A file tests/examples/<policy id>/{good,bad,undecided}-<why>.{json,tfstate,yml}, or a folder of such a
name that holds a deployment or a configuration, is a test of the whole pipeline. verdicts.txt beside it
lists what is found where: `pytest tests/policies/test_examples.py --golden -n 0` writes it; read the
difference before committing it.
"""

from __future__ import annotations

import pytest

from checker import shipped
from checker.catalogue import read_catalogue
from checker.model import Status
from tests.policies.examples import EXAMPLES, example_files, example_name, runs, verdict

POLICIES = sorted(folder.name for folder in EXAMPLES.iterdir() if folder.is_dir())
FILES = [
    pytest.param(policy, example_name(file), id=f"{policy}/{example_name(file)}")
    for policy in POLICIES
    for file in example_files(policy)
]

# What no example can show, and why.
IMPOSSIBLE = {
    ("DBX-BND-006", "undecided"): "metadata and state say what they say",
    ("DBX-BND-009", "undecided"): "a state says its version, or is refused",
    ("DBX-BND-011", "undecided"): "a list of files says all of their names",
    ("DBX-CFG-002", "undecided"): "no Terraform that is here defers a whole resource",
    ("DBX-CFG-006", "undecided"): "what is required stands there in plain text",
    ("DBX-CHG-003", "undecided"): "a plan always says what it destroys",
    ("DBX-EXP-006", "undecided"): "a state always says the stage",
    ("DBX-ML-003", "undecided"): "a model of the workspace registry is one, whatever is not known of it",
    ("DBX-ID-003", "undecided"): "whoever the user is, Terraform makes it",
    ("DBX-SEC-008", "good"): "whatever token there is, its value stands in the state",
    ("DBX-SEC-008", "undecided"): "whatever token there is, its value stands in the state",
    ("DBX-SEC-012", "good"): "a mount is one, however it is configured",
    ("DBX-SEC-012", "undecided"): "a mount is one, however it is configured",
    ("DBX-SEC-014", "undecided"): "how an argument is written is always there",
    ("DBX-TFS-001", "bad"): "a state of another version is refused before any policy sees it",
    ("DBX-TFS-001", "undecided"): "a state always says its version",
    ("DBX-TFS-002", "undecided"): "a lineage is there or not",
    ("DBX-TFS-010", "undecided"): "a state always says what is tainted or deposed",
    ("DBX-TFS-011", "bad"): "what is missing may have been taken out on purpose",
    ("DBX-TFS-014", "undecided"): "a plan says what has changed, or has not looked",
    ("DBX-TFS-018", "undecided"): "a plan always says what it destroys",
    ("DBX-TFS-019", "undecided"): "a plan always says what it imports and forgets",
    ("DBX-UC-021", "undecided"): "a plan always says what it destroys",
    ("DBX-UC-024", "undecided"): "a resource is there or not",
}


@pytest.mark.parametrize(("policy", "name"), FILES)
def test_says_what_the_name_says(policy: str, name: str) -> None:
    run = runs(policy)[name]
    told = name.split("-", maxsplit=1)[0]
    expected = {"good": Status.PASSED, "bad": Status.FAILED, "undecided": Status.UNDECIDED}[told]
    assert (run.status, run.problem) == (expected, None)
    if told == "good":
        assert run.checked


@pytest.mark.parametrize("policy", POLICIES)
def test_finds_what_was_read(policy: str, *, is_rewriting: bool) -> None:
    told = "".join(verdict(name, run) for name, run in sorted(runs(policy).items()))
    golden = EXAMPLES / policy / "verdicts.txt"
    if is_rewriting:
        golden.write_text(told, encoding="utf-8", newline="\n")
    assert told == golden.read_text(encoding="utf-8")


def test_every_policy_has_examples() -> None:
    catalogue = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")
    needed = {(policy.id, told) for policy in catalogue.policies for told in ("good", "bad", "undecided")}
    present = {(policy, example_name(file).split("-")[0]) for policy in POLICIES for file in example_files(policy)}
    assert needed - present == set(IMPOSSIBLE)


def test_examples_are_of_policies_that_exist() -> None:
    catalogue = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")
    assert set(POLICIES) == {policy.id for policy in catalogue.policies}
