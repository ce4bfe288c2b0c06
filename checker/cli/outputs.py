"""Which reports are wanted in which place."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.errors import UsageError
from checker.reporters import BINARY, reporter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from checker.reporters import Reporter

_STDOUT = "-"


class Output(Struct, frozen=True, kw_only=True):
    """One report."""

    format: str
    render: Reporter
    file: str | None = None  # None: standard output


def outputs_of(formats: Sequence[str], output: str | None, inputs: Iterable[str] = ()) -> tuple[Output, ...]:
    """What `--format` and `--output` ask for; whatever cannot be is told now, before anything is checked.

    Raises:
        UsageError: unknown formats, two for one place, places that cannot be written or are to be checked.

    """
    outputs = tuple(_output(each) for each in formats)
    if output is not None and output != _STDOUT:
        outputs = _with_output(outputs, output)
    _refuse_collisions(outputs)
    _refuse_inputs(outputs, inputs)
    for each in outputs:
        _refuse_unwritable(each)
    return outputs


def _output(text: str) -> Output:
    name, equals, file = text.partition("=")
    render = reporter(name)
    if equals and not file:
        raise UsageError(
            f"--format {text}: names no file", f"such as --format {name}=report.{name}; - is standard output"
        )
    return Output(format=name, render=render, file=file if equals and file != _STDOUT else None)


def _with_output(outputs: tuple[Output, ...], output: str) -> tuple[Output, ...]:
    if len(outputs) > 1 or outputs[0].file is not None:
        hint = "give each format its own: --format text --format sarif=report.sarif"
        raise UsageError("--output is for a single format without a file of its own", hint)
    (only,) = outputs
    return (Output(format=only.format, render=only.render, file=output),)


def _refuse_collisions(outputs: Iterable[Output]) -> None:
    places = Counter(os.path.realpath(each.file) if each.file is not None else None for each in outputs)
    for place, number in places.items():
        if number > 1 and place is None:
            hint = "give all but one a file: --format text --format json=report.json"
            raise UsageError("only one format can go to standard output", hint)
        if number > 1:
            raise UsageError(f"two formats for one file: {place}", "give each a file of its own")


def _refuse_inputs(outputs: Iterable[Output], inputs: Iterable[str]) -> None:
    """A slip of the fingers is not to cost a state."""
    checked = {os.path.realpath(file) for file in inputs if Path(file).is_file()}
    for each in outputs:
        if each.file is not None and os.path.realpath(each.file) in checked:
            raise UsageError(f"{each.file}: is a file to check, and no place for a report", "name another file")


def _refuse_unwritable(output: Output) -> None:
    if output.file is None:
        if output.format in BINARY and sys.stdout.isatty():
            name = output.format
            raise UsageError(f"{name} is no text for a terminal", f"write it to a file: --format {name}=report.{name}")
        return
    path = Path(output.file)
    if path.is_dir():
        raise UsageError(f"{output.file}: is a folder", "name a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"{output.file}: there is no folder {path.parent}", "make it first, or name another")
    if not all(os.access(each, os.W_OK) for each in _to_write(path)):
        raise UsageError(f"{output.file}: cannot be written", "name a file that can be written")


def _to_write(path: Path) -> tuple[Path, ...]:
    """A file takes the place of the old one, which is a change of its folder; a device or a pipe stays."""
    if path.exists() and not path.is_file():
        return (path,)
    real = Path(os.path.realpath(path))
    return (real, real.parent) if real.exists() else (real.parent,)
