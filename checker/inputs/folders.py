"""Looks into folders for plans, states, bundles, and modules with the modules that call them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

BUNDLES = ("databricks.yml", "databricks.yaml", "bundle.yml", "bundle.yaml")  # as the Databricks CLI looks for them
_ENDINGS = (".json", ".tfstate", ".json.gz", ".tfstate.gz")
_CONFIGURATION = (".tf", ".tf.json", ".tofu", ".tofu.json")
_VARIABLES = (".tfvars", ".tfvars.json")
_GENERATED = "bundle.tf.json"  # by the Databricks CLI, of a bundle: judged as one
_SOURCE = re.compile(r'^(?:[^#/\n]*[{,])?[ \t]*"?source"?[ \t]*[=:][ \t]*"(\.\.?/[^"\n]*)"', re.MULTILINE)
_MOST_SEARCHED = 1 << 20  # bytes of a file
_NOT_SEARCHED = frozenset({"node_modules", "__pycache__"})  # and hidden folders, such as .git and .terraform


def identity(file: str) -> str:
    """The same for one file or folder, however it is spelt."""
    return os.path.realpath(file)


def shown(path: Path) -> str:
    """A path as the user would write it."""
    return Path(os.path.relpath(path)).as_posix()


def is_configuration(name: str) -> bool:
    """Whether a file of this name holds configuration."""
    file = Path(name).name
    return file.endswith(_CONFIGURATION) and not file.startswith((".", "#")) and file != _GENERATED


def holds_configuration(folder: Path) -> bool:
    """Whether a folder is a module."""
    return folder.is_dir() and any(is_configuration(path.name) for path in folder.iterdir())


def bundle_in(folder: Path) -> Path | None:
    """The root file of the bundle in a folder; None: there is none."""
    return next((folder / root for root in BUNDLES if (folder / root).is_file()), None)


def is_variables(name: str) -> bool:
    """Whether a file of this name holds values of variables."""
    return name.endswith(_VARIABLES)


def is_read_by_itself(name: str) -> bool:
    """Whether Terraform reads a file of this name unasked, in the folder of a root module."""
    file = Path(name).name
    return file in ("terraform.tfvars", "terraform.tfvars.json") or file.endswith((".auto.tfvars", ".auto.tfvars.json"))


def is_plan_or_state(name: str) -> bool:
    """Whether a file of this name may be a plan or a state."""
    return name.endswith(_ENDINGS) and not name.endswith((".tf.json", ".tofu.json", ".tfvars.json"))


def plans_states_and_bundles(folder: str) -> Iterator[str]:
    """What may be one of these, in the folder and below; its content decides."""
    for root, names in searched(folder):
        yield from (Path(root, name).as_posix() for name in BUNDLES if name in names)
        yield from (Path(root, name).as_posix() for name in names if is_plan_or_state(name))


class Modules:
    """The folders of configuration in a folder and below, and which of them call which."""

    def __init__(self, folder: str) -> None:
        self.shown: dict[str, str] = {}  # identity → path as the user would write it
        self._callers: dict[str, set[str]] = {}
        for root, names in searched(folder):
            self._add(root, names)

    def roots(self) -> list[str]:
        """Those that no other calls."""
        return [shown for folder, shown in self.shown.items() if folder not in self._callers]

    def roots_of(self, folder: str) -> list[str]:
        """The root modules that call this one, over others too; else itself, where it is there."""
        met, waiting, roots = {folder}, [folder], set()
        while waiting:
            callers = self._callers.get(waiting[-1], set())
            if not callers:
                roots.add(waiting[-1])
            waiting.pop()
            waiting += callers - met
            met |= callers
        found = [shown for each, shown in self.shown.items() if each in roots]
        return found or [shown for each, shown in self.shown.items() if each == folder]

    def _add(self, root: str, names: list[str]) -> None:
        files = [Path(root, name) for name in names if is_configuration(name)]
        if not files:
            return
        folder = identity(root)
        self.shown[folder] = Path(root).as_posix()
        for file in files:
            for called in _called(file):
                self._callers.setdefault(called, set()).add(folder)


def _called(file: Path) -> Iterator[str]:
    """The folders of the modules that a file calls; what it says is read in earnest later."""
    try:
        text = file.read_bytes()[:_MOST_SEARCHED].decode(errors="replace")
    except OSError:
        return
    for match in _SOURCE.finditer(text):
        yield identity(str(file.parent / match[1]))


def searched(folder: str) -> Iterator[tuple[str, list[str]]]:
    """The folders below that are looked into, each with the names of its files."""
    for root, folders, names in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _NOT_SEARCHED)
        yield root, sorted(names)


def _refuse(error: OSError) -> None:
    """What cannot be searched must not look as if it held nothing."""
    hint = "check its permissions, or name the files themselves"
    raise UsageError(f"{error.filename}: cannot be searched: {error.strerror}", hint) from error
