"""What a configuration file says, with the waiver files that it names."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from checker.configuration import conformity, memory, yaml_text
from checker.configuration.complaints import Complaint, found, refuse
from checker.configuration.contents import Configuration
from checker.model import Severity, Waiver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from checker.configuration.complaints import KeyPath
    from checker.configuration.yaml_text import YamlFile


def read(path: Path) -> Configuration:
    """Everything that is wrong in any of the files is told in one `UsageError`."""
    file = yaml_text.read(path)
    waiver_files = [yaml_text.read(name) for _, name in _waiver_files(file, path.parent) if name.exists()]
    complaints = _sorted([*_complaints(file), *_missing_waiver_files(file, path.parent)])
    for waiver_file in waiver_files:
        complaints += _sorted(conformity.complaints(waiver_file, conformity.WAIVERS))
    refuse(complaints)
    return _configuration(file, waiver_files, path.parent)


def _sorted(complaints: list[Complaint]) -> list[Complaint]:
    """From the top of one file to its bottom."""
    return sorted(complaints, key=lambda complaint: (complaint.location.line or 0, complaint.location.column or 0))


def _complaints(file: YamlFile) -> list[Complaint]:
    complaints = conformity.complaints(file, conformity.SETTINGS)
    if any(complaint.path in ((), ("memory_limit",)) for complaint in complaints):
        return complaints
    return [*complaints, *_memory_complaints(file)]


def _waiver_files(file: YamlFile, folder: Path) -> Iterator[tuple[KeyPath, Path]]:
    """Whatever can be recognised of them, so that their errors are told along with those of `file`."""
    named = file.value.get("waiver_files") if isinstance(file.value, dict) else None
    for index, name in enumerate(named if isinstance(named, list) else []):
        if isinstance(name, str):
            yield ("waiver_files", index), folder / name


def _missing_waiver_files(file: YamlFile, folder: Path) -> Iterator[Complaint]:
    for path, name in _waiver_files(file, folder):
        if not name.exists():
            message = f"no such file: {name.as_posix()}"
            hint = "paths are relative to the folder of the configuration file"
            yield Complaint(location=file.place(path), path=path, message=message, hint=hint)


def _memory_complaints(file: YamlFile) -> Iterator[Complaint]:
    """A limit of the right form can still say too little or too much, which JSON Schema cannot tell of text."""
    path = ("memory_limit",)
    value = (file.value or {}).get(*path)
    try:
        if value is not None:
            memory.size(value)
    except ValueError as error:
        yield Complaint(location=file.place(path), path=path, message=f"found {found(value)}, wanted {error}")


def _configuration(file: YamlFile, waiver_files: list[YamlFile], folder: Path) -> Configuration:
    given: dict[str, Any] = {key: _SETTINGS.get(key, _same)(value) for key, value in (file.value or {}).items()}
    given.pop("waiver_files", None)
    if "policies" in given:
        given["policies"] = tuple((folder / name).as_posix() for name in given["policies"])
    for key in _FILES & given.keys():
        given[key] = (folder / given[key]).as_posix()
    if "/" in given.get("opa_bin", ""):
        given["opa_bin"] = (folder / given["opa_bin"]).as_posix()
    if "waivers" in given or waiver_files:
        sources = (file, *waiver_files)
        given["waivers"] = tuple(waiver for source in sources for waiver in _waivers(source))
    return Configuration(**given)


def _waivers(file: YamlFile) -> Iterator[Waiver]:
    for index, entry in enumerate((file.value or {}).get("waivers", [])):
        expires = date.fromisoformat(entry["expires"])
        yield Waiver(**{**entry, "expires": expires}, location=file.place(("waivers", index)))


def _same(value: Any) -> Any:
    return value


def _severity(label: str) -> Severity:
    return Severity[label.upper()]


_FILES = {"opa_token_file", "opa_ca", "opa_cert", "opa_key"}
_SETTINGS: dict[str, Callable[[Any], Any]] = {
    "sets": tuple,
    "select": tuple,
    "skip": tuple,
    "severity": _severity,
    "fail_on": _severity,
    "jobs": int,  # 4.0 is a whole number too
    "time_limit": float,
    "opa_timeout": float,
    "memory_limit": memory.size,
    "severities": lambda labels: {policy: _severity(label) for policy, label in labels.items()},
}
