"""Gathers what the files of one module declare, with what override files say instead."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import msgspec

from checker.hcl import HclError
from checker.hcl.tree import Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from checker.hcl import Source
    from checker.hcl.tree import Attribute, Block, Body
    from checker.terraform.notes import Notes

    Reader = Callable[[Sequence[Path]], Iterable[tuple[Path, Source | HclError | OSError]]]

_LABELS = {"variable": 1, "output": 1, "module": 1, "provider": 1, "check": 1, "resource": 2, "data": 2, "ephemeral": 2}
_UNIQUE = ("variable", "output", "module", "resource", "data", "ephemeral", "check")
_KNOWN = frozenset({*_LABELS, "terraform", "locals", "moved", "removed", "import", "run", "language"})


@dataclass(frozen=True, slots=True)
class Declared:
    """A block, and the file in which it stands."""

    file: str
    block: Block
    elsewhere: Mapping[str, str] = field(default_factory=dict)  # attribute or type of blocks → its override file

    def file_of(self, name: str) -> str:
        """The file in which an attribute, or the blocks of a type, are written."""
        return self.elsewhere.get(name, self.file)

    @property
    def body(self) -> Body:
        """Its body."""
        return self.block.body


@dataclass(slots=True)
class Declarations:
    """What a module declares; blocks by their labels."""

    folder: Path
    blocks: dict[str, dict[tuple[str, ...], Declared]] = field(default_factory=dict)
    others: list[Declared] = field(default_factory=list)  # terraform, provider, moved, removed, import
    locals: dict[str, tuple[str, Attribute]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    is_whole: bool = True  # False: some file could not be read, and what it declares is missing

    def of(self, type_: str) -> dict[tuple[str, ...], Declared]:
        """The blocks of a type that has labels."""
        return self.blocks.get(type_, {})

    def others_of(self, type_: str) -> Iterator[Declared]:
        """The blocks of a type of which there may be many alike."""
        return (each for each in self.others if each.block.type == type_)


def configuration_files(folder: Path) -> list[Path]:
    """The files of a module, those that override others at the end, as Terraform reads them."""
    files = [
        path
        for path in folder.iterdir()
        if path.name.endswith((".tf", ".tf.json", ".tofu", ".tofu.json"))
        and not path.name.startswith((".", "#"))
        and not path.is_dir()
    ]
    return sorted(files, key=lambda path: (_is_override(path), path.name))


def _is_override(path: Path) -> bool:
    stem = path.name.partition(".")[0]
    return stem == "override" or stem.endswith("_override")


def read_declarations(
    folder: Path,
    shown: str,
    notes: Notes,
    read: Reader,
    is_needed: Callable[[Path], bool] = lambda _: True,
) -> Declarations:
    """Read a module; `shown` is how the folder is called in messages. A file that cannot be read is noted."""
    found = Declarations(folder)
    for path, source in read(list(filter(is_needed, configuration_files(folder)))):
        file = f"{shown}/{path.name}" if shown not in ("", ".") else path.name
        found.files.append(file)
        if isinstance(source, HclError):
            notes.add(source.message, file, Node(source.line, source.column), source.hint, source.excerpt)
        elif isinstance(source, OSError):
            notes.add(f"cannot be read: {source.strerror}", file, hint="check its permissions")
        else:
            _Adding(found, file, notes, is_override=_is_override(path)).add(source.tree.body)
            continue
        found.is_whole = False
    return found


@dataclass(frozen=True, slots=True)
class _Adding:
    found: Declarations
    file: str
    notes: Notes
    is_override: bool = field(kw_only=True)

    def add(self, body: Body) -> None:
        for attribute in body.attributes:
            self.notes.add(f"{attribute.name} stands outside of a block", self.file, attribute)
        for block in body.blocks:
            if block.type not in _KNOWN:
                self.notes.add(f"{block.type} is no block of Terraform's", self.file, block)
            elif len(block.labels) != _LABELS.get(block.type, 0):
                self.notes.add(f"{block.type} takes {_LABELS.get(block.type, 0)} labels", self.file, block)
            elif block.type == "locals":
                self._locals(block)
            elif block.type in _UNIQUE:
                self._unique(block)
            else:
                self.found.others.append(Declared(self.file, block))

    def _locals(self, block: Block) -> None:
        for attribute in block.body.attributes:
            if attribute.name in self.found.locals and not self.is_override:
                message = f"local.{attribute.name} is declared twice: first in {self.found.locals[attribute.name][0]}"
                self.notes.add(message, self.file, attribute)
            else:
                self.found.locals[attribute.name] = (self.file, attribute)

    def _unique(self, block: Block) -> None:
        kept = self.found.blocks.setdefault(block.type, {})
        before = kept.get(block.labels)
        if before is None:
            kept[block.labels] = Declared(self.file, block)
        elif self.is_override:
            names = [each.name for each in block.body.attributes] + [_type_of(each) for each in block.body.blocks]
            elsewhere = {**before.elsewhere, **dict.fromkeys(names, self.file)}
            kept[block.labels] = Declared(before.file, overridden(before.block, block), elsewhere)
        else:
            name = " ".join((block.type, *block.labels))
            first = f"{before.file}:{before.block.line}"
            self.notes.add(f"{name} is declared twice: first in {first}", self.file, block)


def overridden(block: Block, by: Block) -> Block:
    """A block with what an override file says: attributes one by one, nested blocks all of one type."""
    attributes = {each.name: each for each in (*block.body.attributes, *by.body.attributes)}
    replaced = {_type_of(each) for each in by.body.blocks}
    blocks = [each for each in block.body.blocks if _type_of(each) not in replaced]
    body = msgspec.structs.replace(block.body, attributes=tuple(attributes.values()), blocks=(*blocks, *by.body.blocks))
    return msgspec.structs.replace(block, body=body)


def _type_of(block: Block) -> str:
    return block.labels[0] if block.type == "dynamic" and block.labels else block.type
