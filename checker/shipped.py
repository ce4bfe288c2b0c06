"""Where the policies and schemas that tfcheck ships lie: in a wheel inside the package, in a checkout beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / "shipped_files" / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def policies() -> Path:
    """The folder of the shipped policies."""
    return _folder("policies")


def schemas() -> Path:
    """The folder of the JSON Schemas and the provider's tables."""
    return _folder("schemas")


def examples() -> Path:
    """The folder of the examples in Terraform's language, a folder for each policy."""
    inside = _PACKAGE / "shipped_files" / "examples"
    return inside if inside.is_dir() else _PACKAGE.parent / "tests" / "examples"


def schema(name: str) -> dict[str, Any]:
    """The JSON Schema with this path below `schemas/`, such as config/tfcheck.json."""
    tree: dict[str, Any] = msgspec.json.decode((schemas() / name).read_bytes())
    return tree


def secret_attributes() -> dict[str, list[str]]:
    """The attributes that the Databricks provider's schema calls sensitive, by type of resource or data source."""
    table = schema("providers/databricks/sensitive.json")
    types = table["sensitive"].keys() | table["sensitive_data"].keys()
    return {type_: [*table["sensitive"].get(type_, ()), *table["sensitive_data"].get(type_, ())] for type_ in types}
