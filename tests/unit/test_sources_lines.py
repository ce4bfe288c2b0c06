"""On which line a resource begins."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.reading import CASES, change, kept, plan, see, state

if TYPE_CHECKING:
    from pathlib import Path


def lines(file: Path) -> dict[str, tuple[int | None, str]]:
    return {
        each.address: (each.location.line, each.location.pointer)
        for each in see(file).document.resources
        if each.location
    }


def test_a_plan_on_one_line_has_pointers_alone(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(plan(change("x.y", {}), change("x.z", {}))) + "\n", encoding="utf-8")
    assert lines(file) == {"x.y": (None, "/resource_changes/0"), "x.z": (None, "/resource_changes/1")}


def test_the_line_of_each_change_of_a_plan_that_was_formatted(tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    text = json.dumps(plan(change("x.y", {"a": 'quo"te\n'}), change("x.z", {})), indent=2)
    file.write_text(text, encoding="utf-8")
    found = lines(file)
    for address, (line, _) in found.items():
        assert line is not None
        assert text.splitlines()[line - 1].strip() == "{"
        assert address in text.splitlines()[line]
    assert [pointer for _, pointer in found.values()] == ["/resource_changes/0", "/resource_changes/1"]


def test_the_line_of_each_instance_of_a_real_state() -> None:
    file = CASES / "modules/create/terraform.tfstate"
    text = file.read_text(encoding="utf-8").splitlines()
    found = lines(file)
    assert len(found) == 21
    for line, pointer in found.values():
        assert line is not None
        assert text[line - 1].strip() == "{"
        _, _, resource, _, instance = pointer.split("/")
        tree = json.loads("\n".join(text))["resources"][int(resource)]["instances"][int(instance)]
        first = next(iter(tree))
        assert text[line].strip().startswith(f'"{first}":')


def test_lines_count_from_one_and_do_not_mind_windows(tmp_path: Path) -> None:
    file = tmp_path / "terraform.tfstate"
    file.write_bytes(json.dumps(state(kept("x", "y", {"a": 1})), indent=1).replace("\n", "\r\n").encode())
    text = file.read_bytes().split(b"\r\n")
    assert [text[(line or 0) - 1].strip() for line, _ in lines(file).values()] == [b"{"]
