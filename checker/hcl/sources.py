"""Reads one configuration file: its bytes, its syntax by its name, through the cache."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

import msgspec

from checker import __version__
from checker.hcl.errors import HclError
from checker.hcl.json_syntax import parse_json
from checker.hcl.parsing import parse
from checker.hcl.tree import File

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 16 << 20  # bytes; the largest files that people write have a tenth of one MB
_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(File)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that was read."""

    path: Path
    tree: File


def read_source(path: Path, cache: Path | None) -> Source:
    """Read a `.tf`, `.tfvars` or (by its name ending in `.json`) JSON file.

    `cache` is the folder in which parsed files are kept; None: none is. Raises `HclError`,
    `MissingExtraError` and `OSError`.
    """
    data = path.read_bytes()
    if len(data) > _LARGEST:
        raise HclError(f"larger than {_LARGEST >> 20} MB", 1, 1, "a file that people write is a thousandth of that")
    entry = cache / _key(path.name.endswith(".json"), data) if cache is not None else None
    tree = _cached(entry)
    if tree is None:
        tree = _parsed(path, data, cache)
        _keep(entry, tree)
    return Source(path=path, tree=tree)


def _parsed(path: Path, data: bytes, cache: Path | None) -> File:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise HclError(f"not UTF-8 text (byte {error.start})", line, 1, "write it as UTF-8") from error
    grammar = cache / f"grammar-{_versions()}" if cache is not None else None
    if grammar is not None:
        grammar.parent.mkdir(parents=True, exist_ok=True)
    read = parse_json if path.name.endswith(".json") else parse
    return read(text, grammar_cache=grammar)


def _key(is_json: bool, data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20, key=f"{_versions()}{is_json}".encode()[:64]).hexdigest()


def _versions() -> str:
    try:
        return f"{__version__}-{version('python-hcl2')}-{version('lark')}"
    except PackageNotFoundError:
        return __version__


def _cached(entry: Path | None) -> File | None:
    """What was kept, if it can be read; whatever is wrong with it, the file itself is there."""
    try:
        return _decoder.decode(entry.read_bytes()) if entry is not None else None
    except (OSError, msgspec.DecodeError):
        return None


def _keep(entry: Path | None, tree: File) -> None:
    """Keep it for the next run, in one step, for another run may do the same."""
    import os  # noqa: PLC0415
    import tempfile  # noqa: PLC0415

    if entry is None:
        return
    try:
        entry.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=entry.parent, delete=False) as file:
            file.write(_encoder.encode(tree))
        os.replace(file.name, entry)  # noqa: PTH105
    except (OSError, RecursionError):
        return
