"""Reads `databricks.yml` together with the files that it includes."""

from __future__ import annotations

import os
from glob import glob
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.model import Location
from checker.sources.bundles import yaml_remarks
from checker.sources.bundles.merging import MergeError, merge
from checker.sources.bundles.tree import Node
from checker.sources.bundles.yaml_file import YamlError, parse
from checker.sources.errors import UnreadableError
from checker.sources.files import STDIN, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.sources.remarks import Remarks

_ROOTS = frozenset({"databricks.yml", "databricks.yaml", "bundle.yml", "bundle.yaml"})
_ENDINGS = frozenset({".yml", ".yaml", ".json"})
_PATTERN = frozenset("*?[")
_MOST_FILES = 2000


class Complaint(Struct):
    """Something of the bundle that could not be read."""

    message: str
    hint: str
    place: Location | None


class Project(Struct):
    """The files of one bundle, merged into one configuration."""

    root: Node
    complaints: list[Complaint] = []
    files: list[str] = []  # those included
    remarks: list[Remarks] = []  # what the comments of each file say

    def complain(self, message: str, hint: str, place: Location | None) -> None:
        """Note that a part could not be read."""
        self.complaints.append(Complaint(message, hint, place))


def load(data: memoryview, file: str) -> Project:
    """The bundle whose root file holds this text. Raises `UnreadableError` where the root file is none."""
    root = parse(data, file)
    if not isinstance(root.value, dict):
        raise YamlError("a bundle that holds no map", 'a bundle begins with "bundle:" and its name', _place(root, file))
    project = Project(root, remarks=[yaml_remarks.of_text(data, file)])
    include = root.get("include")
    for entry in include.items if include is not None else ():
        _include(project, entry, file)
    return project


def included(file: str) -> frozenset[str] | None:
    """The real paths of the files that the bundle with this root file includes; None: it cannot be read."""
    try:
        root = parse(read_bytes(file), file)
    except UnreadableError:
        return None
    if not isinstance(root.value, dict):
        return None
    project, folder, include = Project(root), Path(file).parent, root.get("include")
    entries = [entry for entry in (include.items if include else ()) if isinstance(entry.value, str) and entry.value]
    return frozenset(os.path.realpath(folder / path) for entry in entries for path in _matches(project, entry, folder))


def _include(project: Project, entry: Node, file: str) -> None:
    """Merge the files that one entry of `include` names."""
    if not isinstance(entry.value, str) or not entry.value:
        project.complain("an include that is no path", "write a path or a glob such as resources/*.yml", entry.place)
        return
    if file == STDIN:
        hint = "name the file instead of piping it"
        project.complain("what the bundle includes cannot be found from standard input", hint, entry.place)
        return
    folder = Path(file).parent
    for path in _matches(project, entry, folder):
        _add_file(project, folder / path)


def _matches(project: Project, entry: Node, folder: Path) -> Iterator[str]:
    """The files that an entry names, in order, as Go's filepath.Glob finds them; each once."""
    pattern = entry.value
    if Path(pattern).is_absolute():
        project.complain("an include that is no relative path", "name files below the bundle's folder", entry.place)
        return
    listed = glob(pattern, root_dir=folder, include_hidden=True)  # noqa: PTH207 - Path.glob lets ** go deep, Go does not
    found = sorted(map(os.path.normpath, listed))
    if not found and _PATTERN.isdisjoint(pattern):
        project.complain("the included file does not exist", "correct the path, or leave it out", entry.place)
    if len(found) > _MOST_FILES:
        project.complain(f"an include that matches more than {_MOST_FILES} files", "make it narrower", entry.place)
        return
    for path in found:
        if path in _ROOTS:  # a root that includes itself
            continue
        if not _is_inside(folder / path, folder):
            hint = "move the file into the folder of databricks.yml"
            project.complain("an include that leaves the bundle's folder", hint, entry.place)
        elif not (folder / path).is_file():
            project.complain("an include that is no file", "name the files in it, such as resources/*.yml", entry.place)
        elif Path(path).suffix not in _ENDINGS:
            hint = "include only .yml, .yaml and .json; other files belong under sync.include"
            project.complain("an included file that is neither YAML nor JSON", hint, entry.place)
        else:
            yield path


def _is_inside(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def _add_file(project: Project, path: Path) -> None:
    name = path.as_posix()
    if name in project.files:
        return
    project.files.append(name)
    if not path.stat().st_size:  # to the CLI an empty file is an empty part
        return
    try:
        data = read_bytes(name)
        part = parse(data, name)
        project.remarks.append(yaml_remarks.of_text(data, name))
    except YamlError as error:
        project.complain(error.message, error.hint, error.place)
        return
    except UnreadableError as error:
        project.complain(error.message, error.hint, Location(file=name))
        return
    if part.value is None:
        return
    if not isinstance(part.value, dict):
        project.complain("an included file that holds no map", 'it begins with "resources:"', part.place)
        return
    _merge(project, part)


def _merge(project: Project, part: Node) -> None:
    """Lay an included file over what is there; its own includes count for nothing, as with the CLI."""
    for kind, key, second in _twice(project.root, part):
        hint = "give one of the two another key"
        project.complain(f"the resource {kind}.{key} is defined in two files", hint, second.place)
    members = {name: node for name, node in part.members.items() if name != "include"}
    try:
        project.root = merge(project.root, Node(members, part.place))
    except MergeError as error:
        hint = "a list cannot be merged with a map, nor either with a plain value"
        project.complain("an included file that cannot be merged with the others", hint, error.second.place)


def _twice(first: Node, second: Node) -> Iterator[tuple[str, str, Node]]:
    resources = second.get("resources")
    for kind, listed in (resources.members if resources else {}).items():
        for key, node in listed.members.items():
            if first.get("resources", kind, key) is not None:
                yield kind, key, node


def _place(node: Node, file: str) -> Location:
    return node.place or Location(file=file)
