"""Which resource types of a provider have a policy, have none on purpose, or were forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from checker import shipped
from checker.providers import types_of, version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.model import Policy


class TypesCovered(Struct, frozen=True, kw_only=True):
    """Every resource type of the provider stands in one of the three."""

    version: str  # of the provider
    covered: Mapping[str, tuple[str, ...]]  # type → ids of policies that look at it
    left_out: Mapping[str, str]  # type → why there is no policy
    forgotten: tuple[str, ...]


def types_covered(policies: Iterable[Policy]) -> TypesCovered:
    """What these policies look at of what Databricks' provider has; a policy of all types counts for none."""
    looking: dict[str, list[str]] = {}
    for policy in policies:
        if not policy.deprecated:
            for type_ in policy.resource_types:
                looking.setdefault(type_, []).append(policy.id)
    reasons: dict[str, str] = shipped.schema("providers/databricks/uncovered.json")["types"]
    types = types_of("databricks")
    return TypesCovered(
        version=version_of("databricks"),
        covered={type_: tuple(looking[type_]) for type_ in types if type_ in looking},
        left_out={type_: reasons[type_] for type_ in types if type_ in reasons and type_ not in looking},
        forgotten=tuple(type_ for type_ in types if type_ not in looking and type_ not in reasons),
    )
