"""Reads plans and states in tests: those that real Terraform wrote, and those written for one test."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checker import shipped
from checker.sources import UnreadableError, read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from checker.model import Document

ROOT = Path(__file__).parents[1]
CASES = ROOT / "tests/fixtures/terraform"
OPENTOFU = ROOT / "tests/fixtures/opentofu"
LLMOPS = ROOT / "examples/llmops"
REAL_FILES = tuple(
    sorted(
        file
        for folder in (CASES, OPENTOFU, LLMOPS)
        for file in folder.rglob("*")
        if file.suffix in (".json", ".tfstate")
        and not file.name.endswith(".tf.json")
        and "encrypted" not in file.parts  # whose configuration holds the passphrase, and which is refused
    )
)
SECRET_ATTRIBUTES = shipped.secret_attributes()


def name(file: Path) -> str:
    """A file as the name of a test."""
    return file.relative_to(ROOT).as_posix()


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A document as policies see it."""

    document: Document
    tree: dict[str, Any]

    @property
    def resources(self) -> dict[str, dict[str, Any]]:
        """Address → view, of all types."""
        return {address: view for views in self.tree["resources"].values() for address, view in views.items()}

    def each(self, member: str) -> dict[str, Any]:
        """Address → one member of the view, of the resources that have it."""
        return {address: view[member] for address, view in self.resources.items() if member in view}


def see(file: Path, *, target: str | None = None) -> Seen:
    """Read a file."""
    document = read(str(file), target=target, secret_attributes=SECRET_ATTRIBUTES)
    return Seen(document=document, tree=json.loads(document.text))


def read_or_refuse(file: Path) -> Document | UnreadableError:
    """The document, or why there is none; any other error is a failure of the test."""
    try:
        return read(str(file), target=None, secret_attributes=SECRET_ATTRIBUTES)
    except UnreadableError as error:
        return error


def see_tree(folder: Path, tree: Any, *, target: str | None = None) -> Seen:
    """Read a tree, written as JSON into `folder`."""
    file = folder / "input.json"
    file.write_text(json.dumps(tree), encoding="utf-8")
    return see(file, target=target)


def plan(*changes: dict[str, Any], **members: Any) -> dict[str, Any]:
    """A plan with these resource changes."""
    return {"format_version": "1.2", "terraform_version": "1.11.4", "resource_changes": list(changes)} | members


def change(
    address: str, after: dict[str, Any] | None = None, actions: Iterable[str] = ("create",), **members: Any
) -> dict[str, Any]:
    """A resource change; `members` of the change itself begin with `change_`."""
    *module, type_, last = _steps(address)
    mode = "managed"
    if module and module[-1] == "data":
        module, mode = module[:-1], "data"
    resource_name, _, key = last.partition("[")
    tree: dict[str, Any] = {
        "address": address,
        "mode": mode,
        "type": type_,
        "name": resource_name,
        "change": {"actions": list(actions), "before": None, "after": after},
    }
    if module:
        tree["module_address"] = ".".join(module)
    if key:
        tree["index"] = json.loads(key[:-1])
    for member, value in members.items():
        if member.startswith("change_"):
            tree["change"][member.removeprefix("change_")] = value
        else:
            tree[member] = value
    return tree


def state(*resources: dict[str, Any], **members: Any) -> dict[str, Any]:
    """A raw state with these resources."""
    head = {"version": 4, "terraform_version": "1.11.4", "serial": 3, "lineage": "b1d5ae0c", "outputs": {}}
    return head | {"resources": list(resources)} | members


def kept(type_: str, resource_name: str, *instances: dict[str, Any], **members: Any) -> dict[str, Any]:
    """A resource of a raw state; an instance without `attributes` is all attributes."""
    full = [each if "attributes" in each or "attributes_flat" in each else {"attributes": each} for each in instances]
    return {"mode": "managed", "type": type_, "name": resource_name, "instances": full} | members


def _steps(address: str) -> list[str]:
    """An address at its dots, but for those in keys."""
    steps, depth = [""], 0
    for character in address:
        depth += {"[": 1, "]": -1}.get(character, 0)
        if character == "." and depth == 0:
            steps.append("")
        else:
            steps[-1] += character
    return steps
