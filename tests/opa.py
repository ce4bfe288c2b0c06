"""Where the tests find a real OPA: the program that $OPA names, the one that `make opa` installs, or one on PATH."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
WHERE = "no OPA: name it with $OPA, have it on PATH, or install it with `make opa`"


def binary() -> str | None:
    """Its path; None: there is none."""
    if named := os.environ.get("OPA"):
        return shutil.which(named)
    return shutil.which("opa", path=str(ROOT / ".venv/bin")) or shutil.which("opa")


OPA = binary()
needs_opa = pytest.mark.skipif(OPA is None, reason=WHERE)
