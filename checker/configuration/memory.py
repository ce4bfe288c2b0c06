"""How many bytes a memory limit such as `4GiB` means."""

from __future__ import annotations

import re

SMALLEST = 64 * 1024**2  # bytes; less is a number whose unit was forgotten
LARGEST = 1024**5  # bytes; more is a slip of the finger

_SIZE = re.compile(r"([0-9]{1,16}(?:\.[0-9]{1,6})?) ?(MiB|GiB|TiB|MB|GB|TB)")
_UNITS = {"MiB": 1024**2, "GiB": 1024**3, "TiB": 1024**4, "MB": 1000**2, "GB": 1000**3, "TB": 1000**4}


def size(value: float | str) -> int:
    """In bytes. Raises `ValueError` with what was wanted."""
    bytes_ = _bytes(value) if isinstance(value, str) else int(value)
    if not SMALLEST <= bytes_ <= LARGEST:
        raise ValueError("a size between 64MiB and 1024TiB")
    return bytes_


def _bytes(text: str) -> int:
    match = _SIZE.fullmatch(text)
    if match is None:
        raise ValueError("a number of bytes, or a size such as 4GiB")
    number, unit = match.groups()
    return int(float(number) * _UNITS[unit])
