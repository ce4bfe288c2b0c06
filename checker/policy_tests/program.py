"""Which modules and data a run of Rego tests needs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from checker import shipped
from checker.catalogue import read_catalogue
from checker.catalogue.modules import Library, read_library
from checker.catalogue.parameters import validate_parameters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from checker.model import Problem


class Program(Struct, frozen=True, kw_only=True):
    """What the engine is loaded with."""

    modules: Mapping[str, str]  # file → Rego text
    tested: tuple[str, ...]  # the files of the folders under test; the others are what they refer to
    data: Mapping[str, Any]
    problems: tuple[Problem, ...]  # METADATA that cannot be used


def program_of(folders: Sequence[str]) -> Program:
    """The modules of these folders, and those of the shipped ones that they refer to.

    A package of the folders takes the place of the shipped package of that name, so that tfcheck's
    own policies can be tested too; so does their data. Raises `UsageError` for a folder without modules.
    """
    catalogue = read_catalogue(None, folders, shipped.schemas() / "policy/metadata.json")
    given = catalogue.library.modules
    packages = {module.package for module in given if not module.is_test}
    beside = read_library([(shipped.policies(), True)])
    others = tuple(module for module in beside.modules if module.package not in packages)
    library = Library(modules=(*given, *others), data={})
    defaults = validate_parameters({}, catalogue.policies)
    data = _over(beside.data, _over({"tfcheck": {"parameters": defaults}}, catalogue.library.data))
    return Program(
        modules={module.file: module.text for module in (*given, *library.needed_by(given))},
        tested=tuple(module.file for module in given),
        data=data,
        problems=catalogue.problems,
    )


def encoded(program: Program, *, memory_limit: int, coverage: bool) -> bytes:
    """The program as the testing process takes it."""
    settings = {
        "modules": program.modules,
        "tested": program.tested,
        "data": json.dumps(program.data),
        "memory_limit": memory_limit,
        "coverage": coverage,
    }
    return json.dumps(settings).encode()


def _over(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Both trees in one; where both have a value, that of `above`."""
    both = dict(below)
    for name, value in above.items():
        present = both.get(name)
        both[name] = _over(present, value) if isinstance(present, dict) and isinstance(value, dict) else value
    return both
