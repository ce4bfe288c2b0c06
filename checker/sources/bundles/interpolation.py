"""Finds `${databricks_job.x.id}` in what a bundle generates for Terraform, and `${resources.jobs.x.id}` in plans."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from checker.sources.bundles.kinds import address_of
from checker.sources.bundles.tree import Node, Unknown

if TYPE_CHECKING:
    from checker.model import Location

_NAME = r"[A-Za-z0-9_-]+"
_TERRAFORM = re.compile(rf"\$\{{(databricks_{_NAME}\.{_NAME})(?:\.[^}}]*)?\}}")
_BUNDLE = re.compile(rf"\$\{{resources\.({_NAME})\.({_NAME})(?:[.\[][^}}]*)?\}}")
_ANY = re.compile(r"(?<!\$)\$\{")


def addresses_in(text: str) -> list[str]:
    """The resources that a text refers to."""
    linked = [match[1] for match in _TERRAFORM.finditer(text)]
    linked += [address_of(match[1], match[2]) for match in _BUNDLE.finditer(text)]
    return list(dict.fromkeys(linked))


def interpolated(value: Any, place: Location | None = None) -> Node:
    """A tree in which every text with an interpolation is unknown, and linked."""
    if isinstance(value, str) and _ANY.search(value):
        return Node(Unknown(links=tuple(addresses_in(value))), place)
    if isinstance(value, str):
        return Node(value.replace("$${", "${"), place)
    if isinstance(value, dict):
        return Node({key: interpolated(item, place) for key, item in value.items()}, place)
    if isinstance(value, list):
        return Node([interpolated(item, place) for item in value], place)
    return Node(value, place)
