"""The cache of parsed files: two runs at once, broken files in it, upgrades; always in processes of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from importlib.metadata import distribution
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

from checker.hcl.grammar import programs
from checker.hcl.tables import shipped
from checker.hcl.tree import File

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]
FILES = 40
MODULE = """
resource "databricks_job" "j{n}" {{
  name = "job-${{lower("J{n}")}}"
  run_as {{
    user_name = "someone{n}@example.com"
  }}
}}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    for number in range(FILES):
        text = MODULE.format(n=number) + "# a comment that makes it longer\n" * 20
        (folder / f"f{number}.tf").write_text(text)
    (folder / "f7.tf").write_text('resource "databricks_job" "broken" {\n  name = "a" "b"\n}\n')
    return folder


def command(project: Path, cache: Path | None, *, path: Path = ROOT) -> tuple[list[str], dict[str, object]]:
    arguments = [sys.executable, "-m", "checker", str(project), "--select", "DBX-JOB-001", "--target", "prod"]
    environment = {**os.environ, "PYTHONPATH": str(path), "XDG_CACHE_HOME": str(cache or project / "f0.tf")}
    return arguments, {"env": environment, "cwd": project, "text": True, "stdout": subprocess.PIPE}


def report(project: Path, cache: Path | None, *, path: Path = ROOT) -> str:
    arguments, options = command(project, cache, path=path)
    done: subprocess.CompletedProcess[str] = subprocess.run(arguments, **options, check=False)
    assert done.returncode == 3  # the syntax error
    return done.stdout


@pytest.fixture(scope="module")
def expected(project: Path) -> str:
    """What is said without a cache."""
    found = report(project, None)
    assert "f7.tf:2:14" in found
    assert found.count("run_as[0].user_name") == FILES - 1
    return found


@pytest.fixture(scope="module")
def filled(project: Path, expected: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that runs have filled."""
    cache = tmp_path_factory.mktemp("cache")
    assert report(project, cache) == expected
    return cache


@pytest.fixture
def cache(filled: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    shutil.copytree(filled, tmp_path / "cache")
    return tmp_path / "cache"


def entries(cache: Path) -> list[Path]:
    return sorted(path for path in (cache / "tfcheck/hcl").iterdir() if len(path.name) == 40)  # of a hash


def grammars(cache: Path) -> list[Path]:
    return sorted((cache / "tfcheck/hcl").glob("grammar-*"))


def test_runs_at_once_write_one_sound_cache(project: Path, expected: str, filled: Path, tmp_path: Path) -> None:
    arguments, options = command(project, tmp_path / "cache")
    running = [subprocess.Popen(arguments, **options) for _ in range(3)]
    assert [each.communicate()[0] for each in running] == [expected] * len(running)
    found, decoder = entries(tmp_path / "cache"), msgspec.msgpack.Decoder(File)
    assert [path.name for path in found] == [path.name for path in entries(filled)]
    assert [path.read_bytes() for path in found] == [path.read_bytes() for path in entries(filled)]
    assert all(decoder.decode(path.read_bytes()).body.blocks for path in found)
    assert len(grammars(tmp_path / "cache")) == len(grammars(filled))
    assert report(project, tmp_path / "cache") == expected


def test_files_that_were_read_before_are_not_parsed_again(project: Path, cache: Path) -> None:
    """So what the other tests put into the cache would be read, were it not for what they test."""
    for entry in entries(cache):
        text = entry.read_bytes()
        entry.write_bytes(text.replace(b"someone", b"anybody"))
    assert report(project, cache).count("anybody") == FILES - 1


def _half(entry: Path) -> None:
    entry.write_bytes(entry.read_bytes()[: entry.stat().st_size // 2])


def _folder(entry: Path) -> None:
    entry.unlink()
    entry.mkdir()


BREAKS: dict[str, Callable[[Path], object]] = {
    "empty": lambda entry: entry.write_bytes(b""),
    "half of it": _half,
    "text": lambda entry: entry.write_text("someone's notes\n"),
    "something else in its form": lambda entry: entry.write_bytes(msgspec.msgpack.encode([1, 1, "x"])),
    "a folder": _folder,
    "nobody may read it": lambda entry: entry.chmod(0),
}


@pytest.mark.parametrize("harm", BREAKS.values(), ids=BREAKS)
def test_what_is_broken_or_foreign_is_passed_over(
    project: Path, expected: str, cache: Path, harm: Callable[[Path], object]
) -> None:
    for entry in (*entries(cache), *grammars(cache)):
        harm(entry)
    assert report(project, cache) == expected
    assert report(project, cache) == expected
    assert [path for path in (cache / "tfcheck/hcl").iterdir() if path.name.startswith("tmp")] == []


def test_the_tables_of_the_grammar_come_with_tfcheck(filled: Path) -> None:
    if shipped(*programs()) is None:
        pytest.skip("made for another python-hcl2 or lark: make grammar")
    assert grammars(filled) == []


def test_tables_are_for_one_grammar_and_one_version_of_lark() -> None:
    grammar, lark = programs()
    assert shipped(grammar + b"\n", lark) is None
    assert shipped(grammar, f"{lark}.1") is None


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_bytes(path.read_bytes()[:-9])])
def test_those_that_are_made_are_kept_and_mended(
    project: Path, expected: str, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    program, cache = _program(tmp_path / "program"), tmp_path / "cache"
    change(program / "checker/hcl/tables.bin")
    assert report(project, cache, path=program) == expected
    (tables,) = grammars(cache)
    whole = tables.read_bytes()
    tables.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    for entry in entries(cache):
        entry.unlink()
    assert report(project, cache, path=program) == expected
    assert len(tables.read_bytes()) > len(whole) // 2
    assert tables.read_bytes() != whole[:-1] + bytes([whole[-1] ^ 1])


def _program(folder: Path) -> Path:
    """A copy of tfcheck, with python-hcl2 and lark beside it."""
    for name in ("checker", "policies", "schemas"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("hcl2", "lark", "python_hcl2", "lark"):
        package = distribution("python-hcl2" if "hcl2" in name else "lark")
        for each in {Path(str(file)).parts[0] for file in package.files or ()} - {"..", "__pycache__"}:
            if not (folder / each).exists():
                shutil.copytree(str(package.locate_file(each)), folder / each)
    return folder


def _other_tfcheck(program: Path) -> None:
    version = program / "checker/__init__.py"
    before = version.stat()
    version.write_text(version.read_text().replace('__version__ = "', '__version__ = "9'))
    os.utime(version, ns=(before.st_atime_ns, before.st_mtime_ns))  # packages may have one time for all of their files


def _other_conversion(program: Path) -> None:
    with (program / "checker/hcl/conversion.py").open("a") as file:
        file.write("# changed\n")


def _other_library(name: str) -> Callable[[Path], None]:
    def change(program: Path) -> None:
        (folder,) = program.glob(f"{name}-*.dist-info")
        folder.rename(program / f"{name}-99.0.dist-info")

    return change


UPGRADES = {
    "tfcheck": _other_tfcheck,
    "a file of tfcheck": _other_conversion,
    "python-hcl2": _other_library("python_hcl2"),
    "lark": _other_library("lark"),
}


@pytest.mark.parametrize("upgrade", UPGRADES.values(), ids=UPGRADES)
def test_an_upgrade_reads_nothing_of_what_was_there(
    project: Path, expected: str, tmp_path: Path, upgrade: Callable[[Path], None]
) -> None:
    program, cache = _program(tmp_path / "program"), tmp_path / "cache"
    assert report(project, cache, path=program) == expected
    for entry in (*entries(cache), *grammars(cache)):
        entry.write_bytes(entry.read_bytes().replace(b"someone", b"anybody"))
    assert report(project, cache, path=program).count("anybody") == FILES - 1
    upgrade(program)
    assert report(project, cache, path=program) == expected


@pytest.mark.skipif(not hasattr(os, "sched_setaffinity"), reason="processors cannot be chosen here")
def test_one_processor_and_many_say_the_same(project: Path, expected: str, tmp_path: Path) -> None:
    arguments, options = command(project, tmp_path / "one")
    one = {min(os.sched_getaffinity(0))}
    bound = f"import os, sys; os.sched_setaffinity(0, {one}); os.execv(sys.argv[1], sys.argv[1:])"
    alone = subprocess.run([sys.executable, "-c", bound, *arguments], **options, check=False)
    assert alone.stdout == expected
    assert report(project, tmp_path / "many") == expected
    assert [path.read_bytes() for path in entries(tmp_path / "one")] == [
        path.read_bytes() for path in entries(tmp_path / "many")
    ]


def age(path: Path, days: float) -> None:
    """Make a file as old as if nobody had asked for it."""
    then = time.time() - days * 24 * 60 * 60
    os.utime(path, (then, then))


def changed(project: Path, tmp_path: Path) -> Path:
    """A copy of the project in which one file has to be parsed."""
    folder = tmp_path / "changed"
    shutil.copytree(project, folder)
    with (folder / "f0.tf").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    return folder


def test_what_nobody_asked_for_goes_and_what_is_in_use_stays(project: Path, cache: Path, tmp_path: Path) -> None:
    folder = cache / "tfcheck/hcl"
    gone = ["0" * 40, "grammar-" + "0" * 40, "tmpabc_1"]
    kept = ["1" * 40, "notes.txt", "2" * 39]
    for name in (*gone, *kept):
        (folder / name).write_bytes(b"")
        age(folder / name, 61 if name != "1" * 40 else 59)
    in_use = [*entries(cache), *grammars(cache)]
    in_use = [path for path in in_use if path.name not in (*gone, *kept)]
    for path in in_use:
        age(path, 61)
    age(folder / "tidied", 2)
    report(changed(project, tmp_path), cache)  # all but one file are read from it
    assert [name for name in gone if (folder / name).exists()] == []
    assert [name for name in kept if not (folder / name).exists()] == []
    assert len([path for path in in_use if path.exists()]) >= len(in_use) - 1


def test_tidies_once_a_day(project: Path, cache: Path, tmp_path: Path) -> None:
    old = cache / "tfcheck/hcl" / ("0" * 40)
    old.write_bytes(b"")
    age(old, 61)
    age(cache / "tfcheck/hcl/tidied", 0.9)
    report(changed(project, tmp_path), cache)
    assert old.exists()


def test_a_clock_that_was_ahead_does_not_stop_it(project: Path, cache: Path, tmp_path: Path) -> None:
    old = cache / "tfcheck/hcl" / ("0" * 40)
    old.write_bytes(b"")
    age(old, 61)
    age(cache / "tfcheck/hcl/tidied", -1000)
    report(changed(project, tmp_path), cache)
    assert not old.exists()
