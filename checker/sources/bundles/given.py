"""Gives the variables of a bundle the values that are set when deploying.

https://docs.databricks.com/en/dev-tools/bundles/variables.html#set-a-variables-value: `--var` goes before the
environment (`BUNDLE_VAR_<name>`), that before `variable-overrides.json`, and that before what the target and the
declaration say. As with the CLI, a lookup goes before the file, and values from outside are text.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.model import Location
from checker.sources.bundles.tree import Node, with_members
from checker.sources.bundles.yaml_file import parse
from checker.sources.errors import UnreadableError
from checker.sources.files import STDIN, read_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.settings import ConfigurationSettings
    from checker.sources.bundles.project import Project

_FILE = ".databricks/bundle/{target}/variable-overrides.json"


def with_given(root: Node, project: Project, file: str, settings: ConfigurationSettings) -> Node:
    """The configuration for one target with these values as defaults; what cannot be set is a complaint."""
    declared = root.members["variables"]
    options = dict(text.partition("=")[::2] for kind, text in settings.variables if kind == "var")
    options = {name.strip(): text for name, text in options.items()}
    for name in options.keys() - declared.members.keys():
        project.complain(f"--var {name}: the bundle declares no such variable", "correct its name", None)
    written = _written(root.text("bundle", "target"), project, file)
    given = {name: _given(name, node, options, written, project, settings) for name, node in declared.members.items()}
    members = {
        name: _with_value(declared.members[name], value) if value is not None else declared.members[name]
        for name, value in given.items()
    }
    return with_members(root, {"variables": Node(members, declared.place)})


def _given(
    name: str,
    declared: Node,
    options: Mapping[str, str],
    written: Mapping[str, Node],
    project: Project,
    settings: ConfigurationSettings,
) -> Node | None:
    """The value that goes before all in the configuration; None: there is none."""
    is_complex = declared.text("type") == "complex"
    for text, where in (
        (options.get(name), "--var"),
        (settings.bundle_environment.get(name), f"BUNDLE_VAR_{name}"),
    ):
        if text is None:
            continue
        if not is_complex:
            return Node(text)
        hint = "write it into variable-overrides.json, or into the target"
        project.complain(f"{where} cannot set {name}, which is a complex variable", hint, declared.place)
        return None
    value = written.get(name)
    if value is None or value.value is None or declared.get("lookup") is not None:
        return None
    if isinstance(value.value, (dict, list)) != is_complex:
        hint = "a variable that holds a map or a list is declared with type: complex, and only such a one"
        project.complain(f"a value of another kind than the variable {name}", hint, value.place)
        return None
    return value


def _with_value(declared: Node, value: Node) -> Node:
    kept = {name: node for name, node in declared.members.items() if name not in ("default", "lookup")}
    return Node({**kept, "default": value}, declared.place)


def _written(target: str, project: Project, file: str) -> dict[str, Node]:
    """The values in the file of a target, which need not be there."""
    path = Path(file).parent / _FILE.format(target=target)
    if file == STDIN or not path.is_file():
        return {}
    name = path.as_posix()
    try:
        values = parse(read_bytes(name), name)
    except UnreadableError as error:
        project.complain(error.message, error.hint, error.place or Location(file=name))
        return {}
    if not isinstance(values.value, dict):
        project.complain(
            "a file with values of variables that holds no object", 'write {"name": "value"}', values.place
        )
        return {}
    return values.members
