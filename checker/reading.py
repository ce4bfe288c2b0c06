"""Reads one input into a document, or into the problems that say why it cannot be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from checker import shipped
from checker.model import Document, Location, Problem
from checker.sources import (
    MalformedError,
    MissingExtraError,
    NotRecognisedError,
    UnreadableError,
    read,
    read_folder,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.settings import ConfigurationSettings


class Reading(Struct, frozen=True, kw_only=True):
    """What came of one input."""

    document: Document | None = None  # None: it could not be read
    problems: tuple[Problem, ...] = ()
    is_recognised: bool = True  # False: sound JSON of no format that is read here, or what reads it is not installed


def read_document(
    file: str,
    *,
    target: str | None,
    secret_attributes: Mapping[str, list[str]],
    misfits: bool = False,
    root_module: str | None = None,
    configuration: ConfigurationSettings | None = None,
) -> Reading:
    """Read `file` (a path, or - for standard input); `target` is the environment that the user names.

    With `misfits` each resource says where it is not as the provider's schema says. `root_module` is the
    folder of configuration that the file is, or holds values for; it is evaluated with `configuration`.
    """
    try:
        if root_module is None or configuration is None:
            document = read(
                file, target=target, secret_attributes=secret_attributes, misfits=misfits, settings=configuration
            )
        else:
            document = read_folder(
                root_module,
                target=target,
                secret_attributes=secret_attributes,
                settings=configuration,
                values=file if file != root_module else None,
                misfits=misfits,
            )
    except MissingExtraError as error:
        return Reading(problems=(_unreadable(file, error),), is_recognised=False)
    except NotRecognisedError as error:
        return Reading(problems=(_unreadable(file, error),), is_recognised=False)
    except MalformedError as error:
        return Reading(problems=_malformed(file, error))
    except UnreadableError as error:
        return Reading(problems=(_unreadable(file, error),))
    return Reading(document=document, problems=document.problems)


def _unreadable(file: str, error: UnreadableError) -> Problem:
    return Problem(stage="read", message=error.message, hint=error.hint, location=error.place or Location(file=file))


def _malformed(file: str, error: MalformedError) -> tuple[Problem, ...]:
    from checker import structure  # noqa: PLC0415 - most files are well formed

    explained = structure.explain(error.data, shipped.schemas() / error.schema) or [("", error.message)]
    return tuple(
        Problem(
            stage="structure",
            message=message,
            hint=_hint(error.schema),
            location=_place(error, pointer) or Location(file=file, pointer=pointer),
        )
        for pointer, message in explained
    )


def _hint(schema: str) -> str:
    if schema.startswith("bundle/"):
        return "databricks bundle validate says what the Databricks CLI thinks of it"
    return "write the file again with terraform show -json, or say in an issue which tool wrote it"


def _place(error: MalformedError, pointer: str) -> Location | None:
    """Where in its file a part stands, or what holds it; None where the file is JSON."""
    while pointer not in error.places and pointer:
        pointer = pointer.rpartition("/")[0]
    return error.places.get(pointer)
