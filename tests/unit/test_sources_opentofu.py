"""OpenTofu's plans and states say the same as Terraform's of the same configuration."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.reading import CASES, OPENTOFU, name, read_or_refuse, see

if TYPE_CHECKING:
    from pathlib import Path

    from tests.reading import Seen

FILES = sorted(
    file
    for file in OPENTOFU.rglob("*")
    if file.suffix in (".json", ".tfstate") and (CASES / file.relative_to(OPENTOFU)).is_file()
)
# Drawn anew in each run, by either program.
DRAWN = re.compile(
    r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b"
    r"|\(sensitive value [0-9a-f]{12}\)|(?<=\(deposed )[0-9a-f]{8}|(?<=\"deposed\": \")[0-9a-f]{8}"
)
REGISTRY = "registry.opentofu.org", "registry.terraform.io"
# What the file says of itself: other versions, and OpenTofu does not tell the last two.
OF_THE_FILE = {"file", "terraform_version", "format_version", "timestamp", "serial", "lineage", "applyable", "complete"}


def test_every_case_of_terraform_is_there() -> None:
    assert {case.name for case in CASES.iterdir()} == {file.relative_to(OPENTOFU).parts[0] for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=name)
def test_says_the_same_as_terraform(file: Path) -> None:
    assert _steady(see(file)) == _steady(see(CASES / file.relative_to(OPENTOFU)))


def _steady(seen: Seen) -> Any:
    """The document without what is different in every run, or between the two programs on purpose."""
    head = {key: value for key, value in seen.tree["document"].items() if key not in OF_THE_FILE}
    checks = sorted(seen.tree.get("checks", ()), key=json.dumps)  # a state's are in any order
    for view in seen.resources.values():
        if view["action"] == "create":
            view.pop("action_reason", None)  # OpenTofu tells why something would be replaced that is new
    text = json.dumps({**seen.tree, "document": head, "checks": checks}, sort_keys=True)
    return json.loads(DRAWN.sub("drawn", text.replace(*REGISTRY)))


def test_an_encrypted_state_is_refused_and_says_how_to_read_it() -> None:
    refused = read_or_refuse(OPENTOFU / "encrypted/create/terraform.tfstate")
    assert str(refused) == "an encrypted OpenTofu state or plan"
    assert refused.hint == "tofu show -json (with its key at hand) > state.json"  # type: ignore[union-attr]


def test_what_tofu_shows_of_an_encrypted_state_is_read() -> None:
    assert [*see(OPENTOFU / "encrypted/create/state-show.json").resources] == ["terraform_data.one"]
