"""The wheel is whole: installed without a checkout, tfcheck finds its policies and schemas."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from checker import __version__
from tests.running import RISKY, ROOT, tfcheck

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 40_000_000  # with its dependencies, without pip and bytecode; the engine is nearly half of it

pytestmark = pytest.mark.slow


def run(*command: object, cwd: Path) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHONPATH", "VIRTUAL_ENV"))}
    return subprocess.run(
        [str(each) for each in command], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    done = run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT, cwd=folder)
    assert done.returncode == 0, done.stderr
    (file,) = folder.glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an environment that holds nothing but the wheel with its dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    done = run(sys.executable, "-m", "venv", folder, cwd=folder)
    assert done.returncode == 0, done.stderr
    done = run(_program(folder, "python"), "-m", "pip", "install", "--quiet", "--no-compile", wheel, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def _program(environment: Path, name: str) -> Path:
    return environment / ("Scripts" if os.name == "nt" else "bin") / name


def test_holds_policies_schemas_and_templates_and_nothing_of_the_tests(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("policies", "schemas"):
        shipped = {
            f"checker/shipped_files/{path.relative_to(ROOT).as_posix()}"
            for path in (ROOT / folder).rglob("*")
            if path.is_file()
        }
        assert shipped
        assert shipped <= names
    assert {"checker/cli/templates/tfcheck.yaml", "checker/catalogue/index.jsonl"} <= names
    tops = {name.split("/")[0] for name in names}
    assert tops == {"checker", f"tfcheck-{__version__}.dist-info"}
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_runs_without_a_checkout(installed: Path, tmp_path: Path) -> None:
    program = _program(installed, "tfcheck")
    assert run(program, "--version", cwd=tmp_path).stdout == f"tfcheck, version {__version__}\n"
    plan = tmp_path / "plan.json"
    plan.write_bytes(RISKY.read_bytes())
    done = run(program, "plan.json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == tfcheck("plan.json", cwd=tmp_path).out


def test_reads_configuration_and_explains_malformed_files_without_a_checkout(installed: Path, tmp_path: Path) -> None:
    """These need the schemas that the wheel brings."""
    program = _program(installed, "tfcheck")
    (tmp_path / "tfcheck.yaml").write_text("sets: [baseline, llmops]\n")
    (tmp_path / "plan.json").write_text('{"format_version": "1.2", "resource_changes": {}}')
    done = run(program, "plan.json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (3, "")
    assert "found an object, wanted an array" in done.stdout


def test_initialises_a_project_without_a_checkout(installed: Path, tmp_path: Path) -> None:
    assert run(_program(installed, "tfcheck"), "init", "--ci", "github", cwd=tmp_path).returncode == 0
    assert (tmp_path / ".github/workflows/tfcheck.yml").exists()


def test_is_not_large(installed: Path) -> None:
    packages = next(installed.rglob("site-packages"))
    ours = [
        path
        for path in packages.rglob("*")
        if path.is_file()
        and path.suffix != ".pyc"
        and path.relative_to(packages).parts[0].split("-")[0] not in ("pip", "setuptools")
    ]
    size = sum(path.stat().st_size for path in ours)
    assert size < MOST_BYTES, f"{size / 1e6:.1f} MB"
