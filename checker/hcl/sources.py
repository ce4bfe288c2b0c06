"""Reads one configuration file: its bytes, its syntax by its name, through the cache."""

from __future__ import annotations

import hashlib
import re
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from checker import __version__
from checker.credentials import may_hold
from checker.hcl.errors import HclError
from checker.hcl.json_syntax import parse_json
from checker.hcl.parsing import parse
from checker.hcl.tidying import note_use, tidy
from checker.hcl.tree import File

_MAY_BE_SECRET = re.compile(
    rb"(?i)passw|secret|token|private_?key|api_?key|access_?key|account_?key|connection_?string"
)
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
    entry = _entry(path, data, cache)
    tree = _cached(entry)
    if tree is None:
        tree = _parsed(path, data, cache)
        _keep(entry, tree)
    return Source(path=path, tree=tree)


def kept_source(path: Path, cache: Path | None) -> Source | None:
    """A file that was parsed before; None where it has to be."""
    try:
        tree = _cached(_entry(path, path.read_bytes(), cache))
    except OSError:
        return None
    return Source(path=path, tree=tree) if tree is not None else None


def grammar_in(cache: Path | None) -> Path | None:
    """The file in which the tables of the grammar are kept; None: nowhere."""
    return cache / f"grammar-{_programs()}" if cache is not None and _is_there(cache) else None


def _entry(path: Path, data: bytes, cache: Path | None) -> Path | None:
    """Where the tree of a file is kept; None: nowhere."""
    return cache / _key(path.name.endswith(".json"), data) if cache is not None and _may_keep(path, data) else None


def _may_keep(path: Path, data: bytes) -> bool:
    """Whether what a file says may lie in a second place: not what may hold a secret."""
    return ".tfvars" not in path.name and _MAY_BE_SECRET.search(data) is None and not may_hold(data)


def _parsed(path: Path, data: bytes, cache: Path | None) -> File:
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise HclError(f"not UTF-8 text (byte {error.start})", line, 1, "write it as UTF-8") from error
    read = parse_json if path.name.endswith(".json") else parse
    return read(text, grammar_cache=grammar_in(cache))


def _is_there(folder: Path) -> bool:
    """Whether the folder is there, or can be made; a cache that cannot is none."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return False
    return True


def _key(is_json: bool, data: bytes) -> str:
    return hashlib.blake2b(data, digest_size=20, key=f"{_programs()}{is_json}".encode()).hexdigest()


@lru_cache(maxsize=1)
def _programs() -> str:
    """What makes trees of texts, python-hcl2 and this package, so that nothing outlives an upgrade of either."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=20)
    for file in sorted(Path(__file__).parent.glob("*.py")):
        status = file.stat()
        digest.update(f"{file.name} {status.st_size} {status.st_mtime_ns}\n".encode())
    installed = find_spec("hcl2")
    if installed is not None and installed.origin is not None:
        packages = Path(installed.origin).parents[1]
        for pattern in ("python_hcl2-*.dist-info", "lark-*.dist-info"):  # importlib.metadata takes far longer
            digest.update(" ".join(sorted(path.name for path in packages.glob(pattern))).encode())
    return digest.hexdigest()


def _cached(entry: Path | None) -> File | None:
    """What was kept, if it can be read; whatever is wrong with it, the file itself is there."""
    try:
        tree = _decoder.decode(entry.read_bytes()) if entry is not None else None
    except (OSError, msgspec.DecodeError):
        return None
    if entry is not None:
        note_use(entry)
    return tree


def _keep(entry: Path | None, tree: File) -> None:
    """Keep it for the next run, in one step, for another run may do the same."""
    if entry is None:
        return
    try:
        entry.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        data = _encoder.encode(tree)
        with tempfile.NamedTemporaryFile(dir=entry.parent, delete=False) as file:
            file.write(data)
        try:
            Path(file.name).replace(entry)
        except OSError:
            Path(file.name).unlink(missing_ok=True)
    except (OSError, RecursionError):
        return
    tidy(entry.parent)
