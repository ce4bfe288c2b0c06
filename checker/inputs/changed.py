"""Finds the root modules and bundles that changed files belong to, each once, however many of its files changed."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from checker.inputs import Input, Inputs, bundles_above, named, root_module_of
from checker.inputs.folders import (
    BUNDLES,
    Modules,
    holds_configuration,
    identity,
    is_configuration,
    is_plan_or_state,
    is_variables,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_OF_BUNDLES = (".yml", ".yaml", ".json")


def find_changed(names: Iterable[str], parts: Callable[[str], frozenset[str] | None]) -> Inputs:
    """The inputs that these files are, or are a part of; what is a part of none is passed over.

    Modules that call others are looked for in the working directory. `parts` are the identities of the
    files that a bundle includes; None: its root does not say, and any file below may be one.
    """
    names = list(dict.fromkeys(names))
    changed = _Changed(parts, any(map(is_configuration, names)))
    found: dict[str, Input] = {}
    for name in names:
        for each in changed.inputs(name):
            found.setdefault(identity(each.file), each)
    with_values = {identity(each.root_module) for each in found.values() if each.root_module not in (None, each.file)}
    unplaced = (name for name in names if is_variables(name) and Path(name).is_file() and root_module_of(name) is None)
    return Inputs(files=tuple(each for key, each in found.items() if key not in with_values), unplaced=tuple(unplaced))


class _Changed:
    """What changed files are a part of."""

    def __init__(self, parts: Callable[[str], frozenset[str] | None], has_configuration: bool) -> None:
        self._parts = parts
        self._modules = Modules(".") if has_configuration else None

    def inputs(self, name: str) -> Iterator[Input]:
        if is_configuration(name):
            yield from self._root_modules(Path(name).parent)
        elif not Path(name).is_file():
            return  # it was removed
        elif is_variables(name):
            if root_module_of(name) is not None:
                yield named(name)
        elif bundle := self._bundle(name):
            yield Input(file=bundle, is_searched=False)
        elif is_plan_or_state(name):
            yield Input(file=name, is_searched=True)

    def _root_modules(self, folder: Path) -> Iterator[Input]:
        assert self._modules is not None, "there is configuration"
        roots = self._modules.roots_of(identity(str(folder)))
        if not roots and holds_configuration(folder):  # in a hidden folder, which is not searched
            roots = [folder.as_posix()]
        for root in roots:
            yield Input(file=root, is_searched=False, root_module=root)

    def _bundle(self, name: str) -> str | None:
        """The root of the bundle that a file belongs to; None: of none."""
        if Path(name).name in BUNDLES:
            return name
        if not name.endswith(_OF_BUNDLES):
            return None
        return next((root for root in bundles_above(name) if self._includes(root, name)), None)

    def _includes(self, root: str, name: str) -> bool:
        parts = self._parts(root)
        return name.endswith((".yml", ".yaml")) if parts is None else identity(name) in parts
