"""Reads many files at once: what the cache does not hold is parsed by as many processes as there are processors."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

import msgspec

from checker.forked import Fork, can_fork
from checker.hcl.errors import HclError
from checker.hcl.parsing import prepare
from checker.hcl.sources import Source, grammar_in, kept_source, read_source
from checker.hcl.tree import File
from checker.processors import processors

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

_MANY = 24_000  # bytes to parse, for which a further process is worth it: they take a tenth of a second
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(dict[str, File])


def read_sources(paths: Sequence[Path], cache: Path | None) -> Iterator[tuple[Path, Source | HclError | OSError]]:
    """Read each as `read_source` does, with what it raises. Raises `MissingExtraError`."""
    parsed = _parsed(paths, cache)
    for path in paths:
        try:
            yield path, parsed.get(path) or read_source(path, cache)
        except (HclError, OSError) as error:
            yield path, error


def _parsed(paths: Sequence[Path], cache: Path | None) -> dict[Path, Source]:
    """Those that are kept, and those that other processes can parse; what goes wrong there is left to be read here."""
    if not can_fork() or processors() == 1 or sum(map(_size, paths)) < _MANY:
        return {}
    found = {path: source for path in paths if (source := kept_source(path, cache)) is not None}
    left = [path for path in paths if path not in found]
    count = min(processors(), sum(map(_size, left)) // (_MANY // 2))
    if count <= 1:
        return found
    prepare(grammar_in(cache))  # once, for all of them
    with ExitStack() as stack:
        try:
            forks = [stack.enter_context(_fork(left[number::count], cache)) for number in range(1, count)]
        except OSError:
            return found
        found |= _sources(left[::count], cache)
        for fork in forks:
            told = fork.result()
            trees = _decoder.decode(told) if told is not None else {}
            found |= {path: Source(path=path, tree=trees[str(path)]) for path in left if str(path) in trees}
    return found


def _fork(paths: Sequence[Path], cache: Path | None) -> Fork:
    return Fork(lambda: _encoder.encode({str(path): read.tree for path, read in _sources(paths, cache).items()}))


def _sources(paths: Sequence[Path], cache: Path | None) -> dict[Path, Source]:
    found = {}
    for path in paths:
        try:
            found[path] = read_source(path, cache)
        except (HclError, OSError):
            continue
    return found


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
