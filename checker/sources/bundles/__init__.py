"""Recognises by its content what a Databricks bundle wrote, or is; each file below reads one of these, or helps to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from checker.sources import jsontext
from checker.sources.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable

    import msgspec

    from checker.sources.document import Draft

Reader = tuple[str, "Callable[[memoryview, Draft], None]"]

_HEAD = 1 << 16  # bytes in which the first keys of a YAML file stand
_ROOT_KEY = re.compile(rb"^(?:bundle|targets|environments)[ \t]*:", re.MULTILINE)
_PART_KEY = re.compile(rb"^(?:resources|variables|include)[ \t]*:", re.MULTILINE)
_WRITE_AHEAD = re.compile(rb'\{[ ]*"state_version"[ ]*:[^\n{}]*"serial"[^\n{}]*\}\s*(?:\n|$)')


def of_json(members: dict[str, msgspec.Raw]) -> Reader | None:
    """How to read a JSON object with these members; None where it is none of a bundle's."""
    if "state_version" in members:
        from checker.sources.bundles import direct_state  # noqa: PLC0415 - most runs check no bundle

        return direct_state.SCHEMA, direct_state.read
    if "plan_version" in members or {"plan", "cli_version"} <= members.keys():
        from checker.sources.bundles import direct_plan  # noqa: PLC0415 - as above

        return direct_plan.SCHEMA, direct_plan.read
    if {"version", "config"} <= members.keys() and _is_deployed(members["config"]):
        from checker.sources.bundles import metadata  # noqa: PLC0415 - as above

        return metadata.SCHEMA, metadata.read
    if {"version", "seq", "cli_version", "files"} <= members.keys():
        from checker.sources.bundles import deployment  # noqa: PLC0415 - as above

        return deployment.SCHEMA, deployment.read
    if {"terraform", "resource"} <= members.keys():
        from checker.sources.bundles import tf_json  # noqa: PLC0415 - as above

        return (tf_json.SCHEMA, tf_json.read) if tf_json.is_generated(members) else None
    return None


def of_text(data: memoryview) -> Reader | None:
    """How to read a text that is no JSON; None where it is no bundle's. Raises `UnreadableError` for parts of one."""
    head = bytes(data[:_HEAD])
    if _WRITE_AHEAD.match(head):
        raise UnreadableError(
            "the write-ahead file of a bundle's state, which is read together with it", "name resources.json instead"
        )
    if head.lstrip()[:1] in (b"{", b"["):
        return None
    if _ROOT_KEY.search(head):
        from checker.sources.bundles import configuration  # noqa: PLC0415 - as above

        return configuration.SCHEMA, configuration.read
    if _PART_KEY.search(head):
        raise UnreadableError("a part of a bundle, not a whole one", "name the folder that holds databricks.yml")
    return None


def _is_deployed(config: msgspec.Raw) -> bool:
    value = jsontext.value(config, "/config")
    return isinstance(value, dict) and {"bundle", "workspace", "resources"} & value.keys() != set()
