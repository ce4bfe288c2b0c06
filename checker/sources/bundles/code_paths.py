"""Tells where in the workspace the code of a bundle's jobs and pipelines will lie.

https://docs.databricks.com/en/dev-tools/bundles/settings.html: a path that is relative is relative to
the YAML file it stands in, and is uploaded below `workspace.file_path`; wheels and jars are built
and uploaded below `workspace.artifact_path`.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from checker.sources.bundles.tree import Node, Unknown

if TYPE_CHECKING:
    from collections.abc import Callable

_FILES = frozenset({"python_file", "project_directory", "requirements"})
_NOTEBOOKS = frozenset({"notebook_path"})
_ARTIFACTS = frozenset({"whl", "jar", "egg"})
_PATHS_IN = frozenset({"file", "notebook", "sql_task"})  # blocks whose `path` is one
_KINDS = frozenset({"jobs", "pipelines"})
_ELSEWHERE = re.compile(r"^(?:/|~|[A-Za-z][A-Za-z0-9+.-]*:|\{\{|\$\{)|^$")
_ENDINGS = frozenset({".py", ".r", ".scala", ".sql", ".ipynb"})


def with_code_paths(kind: str, resource: Node, root: Node, folder: str) -> Node:
    """A job or pipeline whose relative paths are those in the workspace; `folder` is the bundle's."""
    if kind not in _KINDS or resource.get("git_source") is not None:  # code from Git stays where it is
        return resource

    def place_of(node: Node, name: str, below: str) -> Node:
        return _moved(node, name, folder, root.get("workspace", below) or Node(Unknown()))

    return _walked(resource, "", place_of)


def _walked(node: Node, above: str, move: Callable[[Node, str, str], Node]) -> Node:
    if isinstance(node.value, list):
        return Node([_walked(item, above, move) for item in node.value], node.place, node.origins)
    if not isinstance(node.value, dict) or node.text("source") == "GIT":
        return node
    members = {}
    for name, item in node.value.items():
        if not isinstance(item.value, str):
            members[name] = _walked(item, name, move)
        elif name in _ARTIFACTS:
            members[name] = move(item, name, "artifact_path")
        elif name in _FILES | _NOTEBOOKS or (name == "path" and above in _PATHS_IN):
            members[name] = move(item, name if name != "path" else above, "file_path")
        else:
            members[name] = item
    return Node(members, node.place, node.origins)


def _moved(node: Node, name: str, folder: str, below: Node) -> Node:
    if _ELSEWHERE.match(node.value) or node.place is None:
        return node
    path = posixpath.normpath(posixpath.join(posixpath.dirname(node.place.file), node.value))
    inside = posixpath.relpath(path, folder or ".")
    if not isinstance(below.value, str) or inside.startswith(".."):
        return Node(Unknown(), node.place)
    if name in _ARTIFACTS:
        return Node(f"{below.value}/.internal/{PurePosixPath(inside).name}", node.place)
    if name in _NOTEBOOKS | {"notebook"} and PurePosixPath(inside).suffix.lower() in _ENDINGS:
        inside = posixpath.splitext(inside)[0]
    return Node(f"{below.value}/{inside}", node.place)
