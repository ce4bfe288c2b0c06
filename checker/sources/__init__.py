"""Reads an input, whatever it is, into the `Document` that policies judge."""

from __future__ import annotations

import gc
import re
from functools import partial
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from checker.sources import bundles, files, jsontext
from checker.sources.apart import LARGE, read_apart
from checker.sources.document import Draft
from checker.sources.errors import MISSING_EXTRA, MalformedError, MissingExtraError, NotRecognisedError, UnreadableError
from checker.sources.files import STDIN, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from checker.model import Document
    from checker.settings import ConfigurationSettings
    from checker.sources.jsontext import Members

__all__ = [
    "STDIN",
    "MalformedError",
    "MissingExtraError",
    "NotRecognisedError",
    "UnreadableError",
    "read",
    "read_folder",
]

_PLAN_MEMBERS = {"planned_values", "resource_changes", "configuration", "output_changes", "resource_drift"}
_STATE_MEMBERS = {"lineage", "serial", "resources", "modules", "terraform_version"}
_OF_ALL_SHOWN = {"format_version", "terraform_version", "checks"}
_STATE_VERSION = 4
_VERSION = re.compile(r"[0-9][0-9.]{0,11}")
_ENUM_VALUE = re.compile(r"(?<=Invalid enum value ).*(?= - at `\$)", re.DOTALL)
_HEAD = 4096  # bytes that tell what a file is that is no JSON
_SHOW_PLAN = "terraform show -json tfplan > plan.json"

Reader = tuple[str, "Callable[[memoryview, Draft], None]"]  # its JSON Schema below schemas/, and the reader


def read(
    file: str,
    *,
    target: str | None,
    secret_attributes: Mapping[str, Iterable[str]],
    misfits: bool = False,
    settings: ConfigurationSettings | None = None,
) -> Document:
    """Read `file` (a path, or - for standard input), recognised by its content, never by its name.

    `target` is the environment that the user names, `secret_attributes` are those that the
    provider's schema calls sensitive, by resource type. With `misfits` each resource says where it
    is not as the provider's schema says. `settings` give variables of a bundle their values. Raises
    `UnreadableError` for what cannot be read and `MalformedError` for what is recognised and has not
    the structure of its format.
    """
    data = read_bytes(file)
    recognised = _recognise(data)
    name = file.encode(errors="surrogateescape").decode(errors="replace")  # a path need not be text
    draft = Draft.of(name.replace("\\", "/"), target, secret_attributes, misfits=misfits)
    if settings is not None:
        draft.given = settings
    if len(data) >= LARGE and recognised[0].startswith("terraform/"):
        files.give_back(data)
        document = read_apart(lambda: _read(data, recognised, draft))
        if document is not None:
            return document
    return _read(data, recognised, draft)


def _read(data: memoryview, recognised: Reader, draft: Draft) -> Document:
    schema, reader = recognised
    collecting = gc.isenabled()
    gc.disable()  # only trees without cycles are made here, and collecting is most of the cost of large ones
    try:
        reader(data, draft)
        return draft.finish()
    except RecursionError as error:
        raise UnreadableError("nested too deeply", _SHOW_PLAN) from error
    except msgspec.ValidationError as error:
        message = _ENUM_VALUE.sub("(not shown)", str(error))  # all else that msgspec says holds no value
        raise MalformedError(message, schema=schema, data=bytes(data)) from None
    finally:
        if collecting:
            gc.enable()


def read_folder(
    folder: str,
    *,
    target: str | None,
    secret_attributes: Mapping[str, Iterable[str]],
    settings: ConfigurationSettings,
    values: str | None = None,
    misfits: bool = False,
) -> Document:
    """Read the root module in `folder`, with the file `values` for its variables; the rest is as in `read`.

    The document is called like the folder, or like the file with values. Raises `UnreadableError`.
    """
    try:
        from checker.sources.configurations import root_module  # noqa: PLC0415 - evaluating takes what no plan and no state needs
    except ImportError as error:
        raise MissingExtraError(*MISSING_EXTRA) from error
    name = (values or folder).encode(errors="surrogateescape").decode(errors="replace")
    draft = Draft.of(name.replace("\\", "/"), target, secret_attributes, misfits=misfits)
    if values is not None:
        settings = replace(settings, variables=(("var-file", values), *settings.variables))
    root_module.read(folder, draft, settings)
    return draft.finish()


def _recognise(data: memoryview) -> Reader:
    try:
        members = jsontext.members(data)
    except msgspec.ValidationError as error:
        kind = "a JSON array" if bytes(data[:_HEAD]).lstrip()[:1] == b"[" else "a single JSON value"
        raise NotRecognisedError(f"{kind} is neither a plan nor a state", _SHOW_PLAN) from error
    except UnreadableError as error:
        if bundle := bundles.of_text(data):
            return bundle
        raise _better_explained(data, error) from error
    if "encrypted_data" in members or "encryption_version" in members:
        raise UnreadableError(
            "an encrypted OpenTofu state or plan", "tofu show -json (with its key at hand) > state.json"
        )
    if "@level" in members:
        raise _log()
    if "format_version" in members:
        return _shown(members)
    if "version" in members and _STATE_MEMBERS & members.keys() and "cli_version" not in members:
        return _raw_state(members)
    if bundle := bundles.of_json(members):
        return bundle
    raise NotRecognisedError('neither a Terraform plan nor a state (no "format_version", no "version")', _SHOW_PLAN)


def _shown(members: Members) -> Reader:
    if not members.keys() - _OF_ALL_SHOWN:
        raise UnreadableError("nothing was shown: there was no state yet", _SHOW_PLAN)
    if not (_PLAN_MEMBERS | {"values"}) & members.keys():
        raise NotRecognisedError("what another command than terraform show wrote", _SHOW_PLAN)
    version = jsontext.value(members["format_version"], "/format_version")
    if not isinstance(version, str) or version.partition(".")[0] != "1":
        raise UnreadableError(
            f"format version {_quoted(version)} of terraform show -json is not supported, only 1.x",
            "show it again with Terraform 1.1 or newer, or with OpenTofu; or upgrade tfcheck",
        )
    if _PLAN_MEMBERS & members.keys():
        from checker.sources import plan  # noqa: PLC0415 - each file is of one kind

        return "terraform/plan.json", partial(plan.read, members)
    from checker.sources import shown_state  # noqa: PLC0415 - as above

    return "terraform/shown-state.json", partial(shown_state.read, members)


def _raw_state(members: Members) -> Reader:
    version = jsontext.value(members["version"], "/version")
    if isinstance(version, bool) or version != _STATE_VERSION:
        raise UnreadableError(
            f"state version {_quoted(version)} is not supported, only 4",
            "run terraform apply -refresh-only with Terraform 1.x once, which upgrades the state",
        )
    from checker.sources import tfstate  # noqa: PLC0415 - each file is of one kind

    return "terraform/tfstate.json", partial(tfstate.read, members)


def _quoted(version: object) -> str:
    """A version as written; whatever is none is not repeated, for it could be anything."""
    text = str(version)
    return text if _VERSION.fullmatch(text) else "(no version)"


def _better_explained(data: memoryview, error: UnreadableError) -> UnreadableError:
    head = bytes(data[:_HEAD]).lstrip()
    if head.startswith(b'{"@level"'):
        return _log()
    if head[:1] not in (b"{", b"["):
        return UnreadableError("not JSON", f"a plan as JSON: {_SHOW_PLAN}")
    return error


def _log() -> UnreadableError:
    return UnreadableError("the log of terraform plan -json, not a plan", f"terraform plan -out tfplan; {_SHOW_PLAN}")
