"""Keeps generated files in `bench/.cache`, as long as the generator stays the same."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import Final

from bench.generate import generate

FOLDER: Final = Path(__file__).parent / ".cache"
_GENERATOR: Final = (
    "blueprints.py", "estate.py", "expressions.py", "modules.py", "plan_file.py", "shapes.json",
    "shapes.py", "state_file.py",
)  # fmt: skip


def generated(resources: int, *, kind: str = "plan", seed: int = 0) -> Path:
    """The file, made now if it is not there yet; one that an older generator made is removed."""
    FOLDER.mkdir(exist_ok=True)
    stem = f"{kind}-{resources}-{seed}-"
    file = FOLDER / f"{stem}{_fingerprint()}.json"
    if not file.exists():
        for older in FOLDER.glob(f"{stem}*.json"):
            older.unlink()
        unfinished = file.with_suffix(".part")
        generate(unfinished, resources=resources, kind=kind, seed=seed)
        unfinished.rename(file)
    return file


@cache
def _fingerprint() -> str:
    digest = hashlib.sha256()
    for name in _GENERATOR:
        digest.update((Path(__file__).parent / name).read_bytes())
    return digest.hexdigest()[:12]
