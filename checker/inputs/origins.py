"""Finds what a plan or a state was made from: a root module, or a Databricks bundle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.inputs import STDIN, bundles_above
from checker.inputs.folders import bundle_in, holds_configuration

if TYPE_CHECKING:
    from checker.model import Document, Resource

_KEPT = (".databricks", "bundle")  # where a bundle keeps what it generates, by target


class Origin(Struct, frozen=True, kw_only=True):
    """What a document was made from."""

    path: str  # the folder of the root module, or the root file of the bundle
    is_bundle: bool = False
    target: str | None = None  # of the bundle; None: nothing tells


def origin_of(document: Document, source: str | None) -> Origin | None:
    """What a document was made from; None: it is not at hand, or the document itself. Raises `OSError`.

    `source` is the folder that the user says; None: it is looked for beside the document, and for what is a
    bundle's above it too.
    """
    facts = next((each for each in document.resources if each.address == "bundle"), None)
    if document.kind == "configuration":
        return Origin(path=document.file)
    if facts is not None and _is_written(facts):
        return None
    kept = _kept(document.file)
    target = kept.name if kept else document.target
    if source is not None:
        return _in(Path(source), target, is_bundle=bool(facts or kept))
    if document.file == STDIN:
        return None
    if not facts and not kept:
        return _in(Path(document.file).parent, target, is_bundle=False)
    root = next(bundles_above(document.file), None)
    return Origin(path=root, is_bundle=True, target=target) if root else None


def _is_written(facts: Resource) -> bool:
    """Whether a bundle says this of itself in YAML, where all has its line."""
    return facts.location is not None and facts.location.line is not None


def _kept(file: str) -> Path | None:
    """The folder of the target that a file was generated for; None: its place does not say."""
    folders = Path(file).absolute().parents if file != STDIN else ()
    return next((folder for folder in folders if folder.parts[-3:-1] == _KEPT), None)


def _in(folder: Path, target: str | None, *, is_bundle: bool) -> Origin | None:
    """What lies in a folder; a root module goes first unless the document is a bundle's."""
    root = bundle_in(folder)
    if root is not None and (is_bundle or not holds_configuration(folder)):
        return Origin(path=root.as_posix(), is_bundle=True, target=target)
    return Origin(path=folder.as_posix()) if holds_configuration(folder) else None
