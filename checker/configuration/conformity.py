"""Which values of a configuration file break its schema."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource

from checker import shipped
from checker.configuration.complaints import Complaint, KeyPath, found
from checker.configuration.yaml_text import REFUSED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.configuration.yaml_text import YamlFile

SETTINGS = "config/tfcheck.json"
WAIVERS = "config/waivers.json"


def complaints(file: YamlFile, schema: str) -> list[Complaint]:
    """What is wrong with `file` as YAML, then by `schema`, each thing once."""
    # One value can break several keywords, and jsonschema reports each missing key apart.
    return [*file.complaints, *dict.fromkeys(_by_schema(file, schema))]


def _by_schema(file: YamlFile, schema: str) -> Iterator[Complaint]:
    if file.value is None:  # an empty file says nothing, and nothing wrong
        return
    for error in _validator(schema).iter_errors(file.value):
        if error.instance is not REFUSED:
            yield from _explain(file, error)


@cache
def _validator(schema: str) -> Draft202012Validator:
    resources = (Resource.from_contents(shipped.schema(name)) for name in (SETTINGS, WAIVERS))
    return Draft202012Validator(
        shipped.schema(schema),
        registry=resources @ Registry(),
        format_checker=FormatChecker(formats=["date"]),
    )


def _explain(file: YamlFile, error: Any) -> Iterator[Complaint]:
    """`error` is a `jsonschema.ValidationError`, all of whose fields are typed as maybe unset."""
    path: KeyPath = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        yield from _unknown_keys(file, path, error)
    elif error.validator == "required":
        missing = [key for key in error.schema["required"] if key not in error.instance]
        yield Complaint(location=file.place(path), path=path, message=f"missing {', '.join(missing)}")
    elif error.validator == "uniqueItems":
        yield from _repeated_items(file, path, error)
    elif "propertyNames" in error.absolute_schema_path:
        entry = (*path, error.instance)
        yield Complaint(location=file.keys[entry], path=entry, message=f"wanted {error.schema['title']}")
    else:
        yield _wrong_value(file, path, error)


def _unknown_keys(file: YamlFile, path: KeyPath, error: Any) -> Iterator[Complaint]:
    known = tuple(error.schema["properties"])
    for key in error.instance:
        if key not in known:
            yield Complaint(
                location=file.keys[(*path, key)],
                path=(*path, key),
                message="unknown key",
                hint=f"the keys here are {', '.join(known)}",
                misspelt=key,
                known=known,
            )


def _repeated_items(file: YamlFile, path: KeyPath, error: Any) -> Iterator[Complaint]:
    seen = set()
    for index, item in enumerate(error.instance):
        entry = (*path, index)
        if str(item) in seen:
            yield Complaint(location=file.place(entry), path=entry, message=f"found {found(item)} a second time")
        seen.add(str(item))


def _wrong_value(file: YamlFile, path: KeyPath, error: Any) -> Complaint:
    value: Any = error.instance
    return Complaint(
        location=file.place(path),
        path=path,
        message=f"found {found(value)}, wanted {error.schema['title']}",
        misspelt=value if isinstance(value, str) else "",
        known=tuple(error.schema.get("enum", ())),
    )
