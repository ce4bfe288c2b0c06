"""Reads the bytes of one input: a file, a gzip of one, or standard input."""

from __future__ import annotations

import codecs
import errno
import io
import mmap
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from checker.sources.errors import UnreadableError

if TYPE_CHECKING:
    from gzip import GzipFile

STDIN = "-"

_GZIP = b"\x1f\x8b"
_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_MAPPED_FROM = 1 << 20  # smaller files are read at once, larger ones mapped
_CHUNK = 1 << 20
_MOST_IN_MEMORY = 1 << 30  # of what cannot be mapped: a plan of more than 100,000 resources

_REASONS = {
    errno.ENOENT: ("no such file", "check the path; terraform show -json tfplan > plan.json makes a plan"),
    errno.EACCES: ("may not be read", "check its permissions"),
    errno.EPERM: ("may not be read", "check its permissions"),
    errno.ELOOP: ("symbolic links go round in circles", "name the file itself"),
    errno.ENAMETOOLONG: ("the name is too long", "check the path"),
}


def read_bytes(file: str, *, most_in_memory: int = _MOST_IN_MEMORY, is_known: bool = False) -> memoryview:
    """Return the UTF-8 text of `file` without byte order mark; large files are mapped, not copied.

    `is_known`: it was read before, and is taken for text without going through it.

    Waits as long as the writer of a pipe takes. Raises `UnreadableError` for whatever is no
    readable, non-empty UTF-8 (or UTF-16 with BOM) file, and for more than `most_in_memory` bytes
    from a pipe or a gzip, which would otherwise fill the memory of the machine.
    """
    data = memoryview(_limited(sys.stdin.buffer, most_in_memory) if file == STDIN else _file(file, most_in_memory))
    if data[:2] == _GZIP:
        data = memoryview(_decompressed(data, most_in_memory))
    data = _as_utf8(data)
    if not is_known:
        _refuse_other_encodings(data)
        _refuse_blank(data)
    return data


def give_back(data: memoryview) -> None:
    """Give back the memory of a mapped file that was looked at; what is looked at again, the system brings again."""
    if isinstance(data.obj, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):  # not on Windows
        data.obj.madvise(mmap.MADV_DONTNEED)


def _file(file: str, most: int) -> bytes | mmap.mmap:
    try:
        status = Path(file).stat()
        if stat.S_ISDIR(status.st_mode):
            raise UnreadableError("is a folder", "name the files in it, or let tfcheck search it: tfcheck FOLDER")
        with Path(file).open("rb") as stream:
            if stat.S_ISREG(status.st_mode) and status.st_size >= _MAPPED_FROM:
                return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
            return _limited(stream, most)
    except OSError as error:
        reason, hint = _REASONS.get(error.errno or 0, (error.strerror or str(error), "check the path"))
        raise UnreadableError(reason, hint) from error
    except ValueError as error:  # a NUL byte in the path
        raise UnreadableError(f"no path: {error}", "check the path") from error


def _limited(stream: BinaryIO | GzipFile, most: int) -> bytes:
    parts: list[bytes] = []
    left = most
    while part := stream.read(min(_CHUNK, left + 1)):
        left -= len(part)
        if left < 0:
            raise UnreadableError(
                f"more than {most:,} bytes from a pipe or out of a gzip",
                "write it into a file, not compressed, and name that file: files of any size are read",
            )
        parts.append(part)
    return b"".join(parts)


def _decompressed(data: memoryview, most: int) -> bytes:
    import gzip  # noqa: PLC0415 - seldom needed
    import zlib  # noqa: PLC0415 - as above

    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return _limited(stream, most)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError(f"broken gzip: {error}", "compress it again") from error


def _as_utf8(data: memoryview) -> memoryview:
    head = bytes(data[:3])
    if head == _UTF8_BOM:
        return data[3:]
    if encoding := _UTF16_BOMS.get(head[:2]):  # what PowerShell's > writes
        try:
            return memoryview(str(data[2:], encoding).encode())
        except UnicodeDecodeError as error:
            raise UnreadableError(f"broken UTF-16: {error.reason}", "write it as UTF-8") from error
    return data


def _refuse_other_encodings(data: memoryview) -> None:
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(data), _CHUNK):
        chunk = bytes(data[start : start + _CHUNK])
        is_last = start + _CHUNK >= len(data)
        if chunk.isascii() and not is_last and not decoder.getstate()[0]:
            continue  # most of any file, and far faster than decoding it
        try:
            decoder.decode(chunk, final=is_last)
        except UnicodeDecodeError as error:
            place = start + error.start
            raise UnreadableError(*_not_text(bytes(data[:4]), place)) from error


def _not_text(head: bytes, place: int) -> tuple[str, str]:
    if head == b"PK\x03\x04":
        return "a binary plan file (zip), not JSON", "terraform show -json tfplan > plan.json"
    return f"not UTF-8 text (byte {place})", "a plan file as JSON: terraform show -json tfplan > plan.json"


def _refuse_blank(data: memoryview) -> None:
    if not len(data):
        raise UnreadableError("empty file", "terraform show -json tfplan > plan.json")
    for start in range(0, len(data), _CHUNK):
        if not bytes(data[start : start + _CHUNK]).isspace():
            return
    raise UnreadableError("nothing but white space", "terraform show -json tfplan > plan.json")
