"""`tfcheck init`: writes a first configuration, a pre-commit hook and a CI pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click
from msgspec import Struct

from checker import __version__
from checker.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEMPLATES = Path(__file__).parent / "templates"
_VERSION = "@VERSION@"  # stands in templates where the version of tfcheck goes


class _File(Struct, frozen=True, kw_only=True):
    """A file to write, and the template that it is made of."""

    path: str
    template: str


_ALWAYS = (
    _File(path="tfcheck.yaml", template="tfcheck.yaml"),
    _File(path=".pre-commit-config.yaml", template="pre-commit-config.yaml"),
)
_CI = {
    "github": _File(path=".github/workflows/tfcheck.yml", template="github.yml"),
    "gitlab": _File(path=".gitlab-ci.yml", template="gitlab-ci.yml"),
    "azure": _File(path="azure-pipelines.yml", template="azure-pipelines.yml"),
}
_SIGNS = {"github": ".github", "gitlab": ".gitlab-ci.yml", "azure": "azure-pipelines.yml"}  # that a project uses it
_NONE = "none"


@click.command(
    epilog="""\b
Examples:
  tfcheck init                          in this folder, for the CI system whose files are there
  tfcheck init --ci github
  tfcheck init --dir infrastructure --ci none
"""
)
@click.option(
    "--dir",
    "folder",
    default=".",
    type=click.Path(),
    metavar="DIR",
    help="The root of the project, instead of this folder.",
)
@click.option("--ci", type=click.Choice([*_CI, _NONE]), help="For which CI system; else the one whose files are there.")
@click.option("--force", is_flag=True, help="Overwrite files that are there.")
def init(folder: str, ci: str | None, *, force: bool) -> None:
    """Write a commented tfcheck.yaml, a pre-commit hook and a CI pipeline.

    Files that are there already stay as they are.
    """
    root = Path(folder)
    if not root.is_dir():
        raise UsageError(f"--dir {folder}: no such folder", "name the root of the project")
    kept = [file for file in _files(root, ci) if not _written(root, file, force=force)]
    if kept:
        click.echo("hint: tfcheck init --force overwrites, --dir FOLDER writes elsewhere to compare")
    click.echo("next: tfcheck policies list, then tfcheck plan.json")


def _files(root: Path, ci: str | None) -> Iterator[_File]:
    yield from _ALWAYS
    chosen = [ci] if ci else [name for name, sign in _SIGNS.items() if (root / sign).exists()]
    for name in chosen:
        if name != _NONE:
            yield _CI[name]
    if not chosen:
        click.echo("no CI pipeline: none was asked for with --ci, and no files of a CI system are here")


def _written(root: Path, file: _File, *, force: bool) -> bool:
    """Whether the file was written; says which and why not."""
    path = root / file.path
    text = (_TEMPLATES / file.template).read_text(encoding="utf-8").replace(_VERSION, __version__)
    existed = path.is_symlink() or path.exists()
    if existed and not force:
        click.echo(f"left   {path.as_posix()}: it is there already")
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_symlink():
            path.unlink()  # whatever it points to lies outside, and is nobody's to overwrite
        # Exclusively, so that what somebody else writes meanwhile is not lost either.
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except OSError as error:
        raise UsageError(f"{path.as_posix()}: {error.strerror}", "nothing was written to it") from error
    click.echo(f"wrote  {path.as_posix()}")
    return True
