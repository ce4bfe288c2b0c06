"""The policies at hand, as their METADATA describes them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from checker.catalogue.metadata import MetadataError
from checker.catalogue.modules import Library, Module, read_library
from checker.errors import UsageError
from checker.model import Location, Parameter, Policy, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Catalogue", "read_catalogue"]

_DENIES = re.compile(r"^deny(?:[ \t]+contains\b|[ \t]*\[|[ \t]*:?=)", re.MULTILINE)  # what only a policy does


class Catalogue(Struct, frozen=True, kw_only=True):
    """All policies of all folders, in order of their ids."""

    policies: tuple[Policy, ...]
    library: Library
    problems: tuple[Problem, ...]  # modules that look like policies and cannot be used


def read_catalogue(shipped: Path | None, folders: Iterable[str], metadata_schema: Path) -> Catalogue:
    """Read the shipped policies (None: without them) and those of the user's folders.

    Raises `UsageError` for a folder that is missing or empty, and for two policies with one id or
    one package. A policy whose METADATA is wrong or missing becomes a problem, and the others stand.
    """
    ours = [(shipped, True)] if shipped else []
    library = read_library([*ours, *((Path(folder), False) for folder in folders)])
    policies: list[Policy] = []
    problems: list[Problem] = []
    for module in library.modules:
        if module.is_test:
            continue
        try:
            policy = _policy(module, metadata_schema)
        except MetadataError as error:
            location = Location(file=module.file, line=error.line)
            problems.append(Problem(stage="catalogue", message=str(error), hint=error.hint, location=location))
        else:
            if policy is not None:
                policies.append(policy)
    _refuse_shared_ids(policies)
    _refuse_shared_packages(policies)
    return Catalogue(
        policies=tuple(sorted(policies, key=lambda each: each.id)), library=library, problems=tuple(problems)
    )


def _policy(module: Module, metadata_schema: Path) -> Policy | None:
    found = module.metadata
    if found is None or "custom" not in found[0]:
        if module.outline is None:
            _refuse_without_id(module)
        return None  # a library
    tree, line = found
    custom = tree["custom"]
    if not module.is_shipped:  # the shipped ones are held against the schema by the tests
        _refuse_invalid(tree, line, metadata_schema)
    return Policy(
        id=custom["id"],
        package=module.package,
        group=_group(module.package),
        title=tree["title"],
        description=tree["description"].strip(),
        severity=Severity[custom["severity"].upper()],
        sets=tuple(custom.get("sets", ("baseline",))),
        resource_types=tuple(custom["resource_types"]),
        attributes=tuple(custom.get("attributes", ())),
        remediation=custom["remediation"].strip(),
        location=Location(file=module.file, line=line),
        references=tuple(each if isinstance(each, str) else each["ref"] for each in tree.get("related_resources", ())),
        controls={framework: tuple(ids) for framework, ids in custom.get("controls", {}).items()},
        parameters=tuple(_parameter(name, given) for name, given in custom.get("parameters", {}).items()),
        aliases=tuple(custom.get("aliases", ())),
        deprecated=custom.get("deprecated", ""),
    )


def _parameter(name: str, given: Mapping[str, Any]) -> Parameter:
    return Parameter(name=name, description=given["description"], default=given["default"], schema=given["schema"])


def _group(package: str) -> str:
    """The folder above the policy's own: `policies.rules.jobs.run_as` is of the group jobs."""
    steps = package.split(".")
    return steps[-2] if len(steps) > 1 else ""


def _refuse_without_id(module: Module) -> None:
    """A policy that nobody can select would never run, and nobody would notice."""
    if _DENIES.search(module.text):
        raise MetadataError("a policy without METADATA, or without `custom` in it: it would never run", 1)
    if not module.package:
        raise MetadataError("declares no package", 1)


def _refuse_invalid(tree: dict[str, Any], line: int, metadata_schema: Path) -> None:
    from checker.catalogue.form import is_plain  # noqa: PLC0415 - needed for policies of the user's own only

    if is_plain(tree, metadata_schema):
        return
    errors = sorted(_validator(metadata_schema).iter_errors(tree), key=lambda error: list(map(str, error.path)))
    if errors:
        first = errors[0]
        place = "/".join(map(str, first.path)) or "METADATA"
        raise MetadataError(f"METADATA of the policy: {place}: {first.message}", line)


@cache
def _validator(metadata_schema: Path) -> Any:
    import json  # noqa: PLC0415 - only policies of the user's own are held against the schema at run time

    import jsonschema  # noqa: PLC0415 - 0.1 s

    return jsonschema.Draft202012Validator(json.loads(metadata_schema.read_bytes()))


def _refuse_shared_packages(policies: Iterable[Policy]) -> None:
    holders: dict[str, Policy] = {}
    for policy in policies:
        other = holders.setdefault(policy.package, policy)
        if other is not policy:
            raise UsageError(
                f"two policies have the package {policy.package}: {other.location} and {policy.location}",
                "each would get the answers of both: rename one of the packages",
            )


def _refuse_shared_ids(policies: Iterable[Policy]) -> None:
    holders: dict[str, Policy] = {}
    for policy in policies:
        for name in policy.names:
            other = holders.setdefault(name, policy)
            if other is not policy:
                raise UsageError(
                    f"two policies have the id {name}: {other.location} and {policy.location}",
                    "ids are never shared: rename one of them",
                )
