"""Removes from the cache what no run has asked for in a long time."""

from __future__ import annotations

import functools
import os
import re
import stat
import time
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_DAY = 24 * 60 * 60  # seconds
_LONGEST = 60 * _DAY  # for which a file is kept that nobody asks for
_RENEWED = 7 * _DAY  # after which a file that is asked for counts as new; every day would be a write for every read
_OURS = re.compile(r"[0-9a-f]{40}|grammar-[0-9a-f]{40}|tmp[0-9a-z_]+")  # other files are nobody's business here
_MARK = "tidied"


def note_use(file: Path) -> None:
    """Note that a file is in use, now and then."""
    with suppress(OSError):  # in a folder that may only be read nothing is removed either
        if time.time() - file.stat().st_mtime > _RENEWED:
            os.utime(file)


@functools.cache
def tidy(folder: Path) -> None:
    """Remove what is old, once a day; another run may do the same, or may write what is removed here anew."""
    with suppress(OSError):
        mark, now = folder / _MARK, time.time()
        if mark.exists() and 0 <= now - mark.stat().st_mtime < _DAY:
            return
        mark.touch()
        for file in folder.iterdir():
            if _OURS.fullmatch(file.name):
                _remove(file, now)


def _remove(file: Path, now: float) -> None:
    with suppress(OSError):
        status = file.lstat()
        if stat.S_ISREG(status.st_mode) and now - status.st_mtime > _LONGEST:
            file.unlink()
