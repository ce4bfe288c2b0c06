"""Where the tests find what looks at HTML reports: a Chromium, and what `make browser` installs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

_MODULES = Path(__file__).parent / "node_modules"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def _chromium() -> str | None:
    """Its path; None: there is none."""
    if named := os.environ.get("CHROMIUM"):
        return shutil.which(named)
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


CHROMIUM = _chromium()
AXE = _MODULES / "axe-core/axe.min.js"
VNU = _MODULES / "vnu-jar/build/dist/vnu.jar"
needs_chromium = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium: name it with $CHROMIUM, have it on PATH, or install it with `make browser`"
)
needs_axe = pytest.mark.skipif(not AXE.exists(), reason="no axe-core: install it with `make browser`, which needs npm")
needs_vnu = pytest.mark.skipif(
    not VNU.exists() or shutil.which("java") is None,
    reason="no HTML checker: install it with `make browser`, which needs npm, and have Java",
)
