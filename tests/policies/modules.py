"""The modules that tfcheck ships, read once for the tests of policies."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from checker import shipped
from checker.catalogue import Catalogue, read_catalogue
from tests.policies.syntax import Tree, parse

if TYPE_CHECKING:
    from checker.catalogue.modules import Module


@cache
def catalogue() -> Catalogue:
    """Policies with their METADATA, and all modules."""
    return read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")


def modules() -> list[Module]:
    """All modules but tests."""
    return [module for module in catalogue().library.modules if not module.is_test]


@cache
def trees() -> tuple[Tree, ...]:
    """The syntax trees of `modules()`."""
    return tuple(parse(name(module), module.text) for module in modules())


def name(module: Module) -> str:
    """Its path below the folder of policies."""
    return module.file.removeprefix(f"{shipped.policies().as_posix()}/")
