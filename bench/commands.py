"""The commands that the benchmark compares."""

from __future__ import annotations

import compileall
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT: Final = Path(__file__).parent.parent
"""Commands run here, so that `python -m checker` is the checkout's."""

PASS: Final = (sys.executable, "-c", "pass")
CHECKED: Final = frozenset({0, 1})
"""Exit codes of tfcheck after a whole check: nothing open, or open findings."""


def json_load(file: Path) -> tuple[str, ...]:
    """Reads the file with the standard library, and nothing else."""
    return (sys.executable, "-c", "import json,sys; json.load(open(sys.argv[1], encoding='utf-8'))", str(file))


def tfcheck(program: Sequence[str] | None = None) -> tuple[str, ...]:
    """The command tfcheck without arguments, of this checkout unless another program is given.

    The checkout is compiled first, as pip does with what it installs: with PYTHONDONTWRITEBYTECODE, which
    containers set, every run would compile it again.

    Raises `SystemExit` when it does not even say its version: a missing module ends with 1, which
    would otherwise pass for open findings.
    """
    command = tuple(program) if program else (sys.executable, "-m", "checker")
    if not program:
        compileall.compile_dir(ROOT / "checker", quiet=1)
    try:
        answer = subprocess.run((*command, "--version"), cwd=ROOT, capture_output=True, text=True, check=False)
    except OSError as error:
        raise SystemExit(f"{command[0]}: {error.strerror}") from error
    if answer.returncode != 0:
        raise SystemExit(f"{' '.join(command)} --version failed:\n{answer.stderr.strip()}")
    return command
