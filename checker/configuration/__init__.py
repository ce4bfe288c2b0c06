"""The user's configuration file, `tfcheck.yaml`."""

from __future__ import annotations

import os
from pathlib import Path

from checker.configuration.contents import Configuration
from checker.errors import UsageError

__all__ = ["FILE_NAME", "Configuration", "configuration_of", "find", "read"]

FILE_NAME = "tfcheck.yaml"
_LOOKALIKES = ("tfcheck.yml", ".tfcheck.yaml", ".tfcheck.yml", "tfcheck.json", "tfcheck.toml")


def configuration_of(file: str | None) -> Configuration:
    """The contents of the file that is named, else of that in the working directory, else an empty configuration."""
    path = Path(file) if file else find(Path())
    return read(path) if path else Configuration()


def find(folder: Path) -> Path | None:
    """The configuration file of `folder`; None: it has none.

    A file that only looks like one raises `UsageError`: were it passed over, a check would run
    without the policies and limits that its author believes to be in force.
    """
    path = folder / FILE_NAME
    if os.path.lexists(path):  # a link that leads nowhere is a mistake to report, not an absence
        return path
    for name in _LOOKALIKES:
        if os.path.lexists(folder / name):
            message = f"{(folder / name).as_posix()}: not read, because the name is not {FILE_NAME}"
            raise UsageError(message, hint=f"rename it to {FILE_NAME}, or name it with --config")
    return None


def read(path: Path) -> Configuration:
    """The contents of a configuration file, with the waivers of the files that it names.

    Raises `UsageError` with everything that is wrong in any of these files.
    """
    from checker.configuration import reading  # noqa: PLC0415 - YAML and JSON Schema cost a run without a file 0.2 s

    return reading.read(path)
