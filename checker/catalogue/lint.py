"""Tells what the METADATA of a policy names that no provider has."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from checker.providers import has_attribute, is_complete, provider_of, resource_type, types_of, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Policy


def strange_names(policy: Policy) -> Iterator[str]:
    """A sentence for each resource type and attribute that is not in the schema.

    Nothing is said of types whose provider's schema is not here, nor of attributes where one of the
    types is such: a policy reads each of its attributes in at least one of its types.
    """
    known = []
    is_certain = True
    for type_ in policy.resource_types:
        block = resource_type(type_)
        if block is not None:
            known.append(block)
        elif (provider := provider_of(type_)) and is_complete(provider):
            yield f"no resource type {type_} in provider {provider} {version_of(provider)}{_nearest(type_, provider)}"
        else:
            is_certain = False
    if known and is_certain:
        for path in policy.attributes:
            if not any(has_attribute(block, path) for block in known):
                yield f"no attribute {path} in {' or '.join(policy.resource_types)}"


def _nearest(type_: str, provider: str) -> str:
    close = get_close_matches(type_, types_of(provider), n=1, cutoff=0.7)
    return f"; did you mean {close[0]}?" if close else ""
