"""Reads one input into a document, or into the problems that say why it cannot be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker import shipped, structure
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What came of one input."""

    document: Document | None = None  # None: it could not be read
    problems: tuple[Problem, ...] = ()
    is_recognised: bool = True  # False: sound JSON of no format that is read here, or what reads it is not installed


def read_document(
    file: str,
    *,
    target: str | None,
    secret_attributes: Mapping[str, list[str]],
    configuration: ConfigurationSettings | None = None,
) -> Reading:
    """Read `file` (a path, or - for standard input); `target` is the environment that the user names.

    With `configuration` it is a folder, which holds a root module.
    """
    try:
        if configuration is None:
            document = read(file, target=target, secret_attributes=secret_attributes)
        else:
            document = read_folder(file, target=target, secret_attributes=secret_attributes, settings=configuration)
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
    return Problem(stage="read", message=error.message, hint=error.hint, location=Location(file=file))


def _malformed(file: str, error: MalformedError) -> tuple[Problem, ...]:
    explained = structure.explain(error.data, shipped.schemas() / error.schema) or [("", error.message)]
    return tuple(
        Problem(
            stage="structure",
            message=message,
            hint="write the file again with terraform show -json, or say in an issue which tool wrote it",
            location=Location(file=file, pointer=pointer),
        )
        for pointer, message in explained
    )
