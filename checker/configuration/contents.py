"""What a configuration file can say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from checker.model import Severity, Waiver


class Configuration(Struct, frozen=True, kw_only=True):
    """The settings that a file gives. None, everywhere: the file does not say."""

    policies: tuple[str, ...] | None = None  # folders, resolved against the file's own
    sets: tuple[str, ...] | None = None
    select: tuple[str, ...] | None = None  # ids, globs, groups
    skip: tuple[str, ...] | None = None  # ids, globs, groups
    severity: Severity | None = None  # the lowest that is checked
    target: str | None = None
    fail_on: Severity | None = None  # the lowest that makes a check fail
    strict: bool | None = None
    format: str | None = None
    jobs: int | None = None
    time_limit: float | None = None  # seconds
    memory_limit: int | None = None  # bytes
    engine: str | None = None
    opa_url: str | None = None
    opa_bin: str | None = None  # resolved against the file's folder where it names one
    opa_token_file: str | None = None  # resolved against the file's folder, as the three below
    opa_ca: str | None = None
    opa_cert: str | None = None
    opa_key: str | None = None
    opa_timeout: float | None = None  # seconds
    opa_preloaded: bool | None = None
    severities: Mapping[str, Severity] | None = None  # by policy id
    parameters: Mapping[str, Mapping[str, Any]] | None = None  # by policy id, then by parameter name
    waivers: tuple[Waiver, ...] | None = None  # its own, then those of its waiver files
