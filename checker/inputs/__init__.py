"""Which files a run looks at: those named, then the plans, states and root modules in the folders named."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.errors import UsageError
from checker.inputs.folders import (
    BUNDLES,
    Modules,
    bundle_in,
    holds_configuration,
    identity,
    is_configuration,
    is_read_by_itself,
    is_variables,
    plans_states_and_bundles,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STDIN = "-"


class Input(Struct, frozen=True, kw_only=True):
    """One file to look at."""

    file: str
    is_searched: bool  # found in a folder: it may well be something else than a plan or a state
    root_module: str | None = None  # the folder, where the file is one or holds values for it; None: no configuration

    def is_in(self, folder: str) -> bool:
        """Whether it lies in this folder or below."""
        return self.file != STDIN and Path(self.file).absolute().is_relative_to(Path(folder).absolute())


class Inputs(Struct, frozen=True, kw_only=True):
    """What the user named, searched."""

    files: tuple[Input, ...]  # in the order given, each once, however it is spelt
    folders: tuple[str, ...] = ()  # those that were searched
    unplaced: tuple[str, ...] = ()  # changed files with values of variables, of no root module that was found


def find_inputs(names: Iterable[str]) -> Inputs:
    """The files that these names mean. Raises `UsageError` for an empty name and a folder that cannot be searched."""
    found: dict[str, Input] = {}
    folders = []
    for name in names:
        if name and name != STDIN and Path(name).is_dir():
            folders.append(name)
            for each in _in_folder(name):
                found.setdefault(identity(each.file), each)
        else:
            each = named(name)
            before = found.get(_identity(each.file))
            found[_identity(each.file)] = Input(
                file=before.file if before else each.file, is_searched=False, root_module=each.root_module
            )
    return Inputs(files=tuple(found.values()), folders=tuple(dict.fromkeys(folders)))


def refuse_no_source(source: str | None) -> None:
    """Raise `UsageError` where what the user names as the source of plans and states is neither module nor bundle."""
    if source is None:
        return
    hint = "name the folder of the root module or bundle that the plan or the state was made from"
    if not Path(source).is_dir():
        raise UsageError(f"--source {source}: No such file or directory", hint)
    try:
        is_source = bundle_in(Path(source)) is not None or holds_configuration(Path(source))
    except OSError as error:
        raise UsageError(f"--source {source}: {error.strerror}", hint) from error
    if not is_source:
        raise UsageError(f"--source {source}: no .tf file and no databricks.yml in this folder", hint)


def named(name: str) -> Input:
    """What a name means that is no folder. Raises `UsageError`."""
    if not name:
        raise UsageError("an empty file name", "a variable of your script may not be set")
    if is_configuration(name):
        module = Path(name).parent.as_posix()
        return Input(file=module, is_searched=False, root_module=module)
    if is_variables(name) and Path(name).is_file():
        folder = root_module_of(name)
        if folder is None:
            hint = "name the root module that it is for: tfcheck FOLDER --var-file FILE"
            raise UsageError(f"{name}: there is no configuration beside it, nor in a folder above", hint)
        is_read_anyway = is_read_by_itself(name) and identity(folder) == identity(str(Path(name).parent))
        return Input(file=folder if is_read_anyway else name, is_searched=False, root_module=folder)
    return Input(file=_bundle_of(name), is_searched=False)  # a part of a bundle means the bundle


def root_module_of(variables: str) -> str | None:
    """The nearest folder of configuration, at a file with values or above it, but not above the working directory."""
    here = Path.cwd()
    for folder in Path(variables).absolute().parents:
        if holds_configuration(folder):
            return shown(folder)
        if folder == here:
            return None
    return None


def _identity(file: str) -> str:
    return file if file == STDIN else identity(file)


def _in_folder(folder: str) -> Iterator[Input]:
    for file in plans_states_and_bundles(folder):
        yield Input(file=file, is_searched=True)
    for module in Modules(folder).roots():
        yield Input(file=module, is_searched=True, root_module=module)


def _bundle_of(name: str) -> str:
    """The root of the bundle that a YAML file is a part of, as far as folders tell; else the file itself."""
    path = Path(name)
    if path.suffix not in (".yml", ".yaml") or path.name in BUNDLES or not path.is_file():
        return name
    return next(bundles_above(name), name)


def bundles_above(name: str) -> Iterator[str]:
    """The roots of bundles in the folder of a file and above, the nearest first."""
    roots = map(bundle_in, Path(name).absolute().parents)
    return (shown(root) for root in roots if root is not None)
