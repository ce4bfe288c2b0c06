"""Tells where a resource is not what its provider's schema says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct

from checker.providers import Block, instead_of, is_complete, provider_of, resource_type, types_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

Path = tuple[str | int, ...]
Misfit = dict[str, str]

_EMPTY: tuple[Any, ...] = ("", False, 0, {}, [])  # what a state has where nobody wrote anything
_TRUTHS = frozenset({"true", "false"})
_CLASSES: dict[str, type] = {"string": str, "number": int, "bool": bool}


def misfits(type_: str, values: Mapping[str, Any], unknown: Any) -> dict[Path, Misfit]:
    """Path → what is wrong there; () is the type itself.

    `unknown` is the tree of what is known only after apply: its names are asked for too. Nothing is
    said of providers whose schema is not here as a whole.
    """
    provider = provider_of(type_)
    if not provider or not is_complete(provider):
        return {}
    block = resource_type(type_)
    if block is None:
        return {(): {"kind": "unknown", **_nearest(type_, types_of(provider))}}
    instead = instead_of(type_)
    found: dict[Path, Misfit] = {(): {"kind": "deprecated", "instead": instead[""]}} if "" in instead else {}
    found.update(_Walk(instead).block(block, values, unknown, ()))
    return found


class _Walk(Struct, frozen=True):
    """Through the values of one resource."""

    instead: Mapping[str, str]  # path, blocks by name → what to use instead

    def block(self, block: Block, values: Mapping[str, Any], unknown: Any, path: Path) -> Iterator[tuple[Path, Misfit]]:
        for name, value in values.items():
            if value is None:
                continue
            if name in block.attributes:
                kind = block.attributes[name]
                is_right = kind.__class__ is str and value.__class__ is _CLASSES.get(kind)  # as nearly all are
                if not is_right and not _fits(kind, value):
                    yield (*path, name), {"kind": "type", "expected": written(kind)}
            elif name in block.blocks:
                yield from self._blocks(block.blocks[name], value, _below(unknown, name), (*path, name))
            elif value not in _EMPTY:
                yield (*path, name), _no_such(name, block)
            if (self.instead or name in block.deprecated) and self._is_deprecated(block, name, value, path):
                yield (*path, name), self._deprecated((*path, name))
        if unknown.__class__ is dict:
            yield from self._unwritten(block, values, unknown, path)

    def _unwritten(
        self, block: Block, values: Mapping[str, Any], unknown: Mapping[str, Any], path: Path
    ) -> Iterator[tuple[Path, Misfit]]:
        """Names that stand only among what is not known yet."""
        for name in unknown.keys() - {name for name, value in values.items() if value is not None}:
            if name in block.blocks:
                yield from self._blocks(block.blocks[name], None, unknown[name], (*path, name))
            elif name not in block.attributes and unknown[name]:
                yield (*path, name), _no_such(name, block)

    def _blocks(self, block: Block, value: Any, unknown: Any, path: Path) -> Iterator[tuple[Path, Misfit]]:
        items = _instances(block.nesting, value, unknown)
        if items is None:
            yield path, {"kind": "type", "expected": f"a {block.nesting} of blocks"}
            return
        for step, item, doubts in items:
            place = (*path, *step)
            if item.__class__ is dict:
                yield from self.block(block, item, doubts, place)
            elif item is not None:
                yield place, {"kind": "type", "expected": "a block"}

    def _is_deprecated(self, block: Block, name: str, value: Any, path: Path) -> bool:
        """Whether somebody set what is deprecated; what the provider fills in, nobody did."""
        if name in block.computed or value in _EMPTY:
            return False
        return name in block.deprecated or _dotted((*path, name)) in self.instead

    def _deprecated(self, path: Path) -> Misfit:
        advice = self.instead.get(_dotted(path))
        return {"kind": "deprecated", "instead": advice} if advice else {"kind": "deprecated"}


def written(kind: Any) -> str:
    """A type as Terraform's language writes it: list(string)."""
    if isinstance(kind, str):
        return kind
    return "object" if kind[0] == "object" else f"{kind[0]}({written(kind[1])})"


def _instances(nesting: str, value: Any, unknown: Any) -> list[tuple[Path, Any, Any]] | None:
    """The blocks, each with its step and what is unknown in it; None where they are not of this nesting."""
    if nesting == "single":
        return [((), {} if value is None else value, unknown)]
    known = [] if value is None else value
    if not isinstance(known, list):
        return None
    doubts = unknown if isinstance(unknown, list) else []
    return [
        ((index,), known[index] if index < len(known) else {}, doubts[index] if index < len(doubts) else False)
        for index in range(max(len(known), len(doubts)))
    ]


def _below(unknown: Any, name: str) -> Any:
    return unknown.get(name, False) if unknown.__class__ is dict else False


def _dotted(path: Path) -> str:
    return ".".join(step for step in path if isinstance(step, str))


def _fits(kind: Any, value: Any) -> bool:
    """Whether Terraform takes this value for the type: it converts texts, numbers and truth values."""
    if value is None or kind == "dynamic":
        return True
    if isinstance(kind, str):
        return _is_plain(kind, value)
    if kind[0] in {"list", "set"}:
        return isinstance(value, list) and all(_fits(kind[1], item) for item in value)
    if kind[0] == "map":
        return isinstance(value, dict) and all(_fits(kind[1], item) for item in value.values())
    return isinstance(value, dict)  # an object: what is in it, the provider itself checks


def _is_plain(kind: str, value: Any) -> bool:
    if isinstance(value, (dict, list)):
        return False
    if kind == "string":
        return True
    if kind == "bool":
        return isinstance(value, bool) or value in _TRUTHS
    return _is_number(value) if isinstance(value, str) else not isinstance(value, bool)


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _no_such(name: str, block: Block) -> Misfit:
    return {"kind": "unknown", **_nearest(name, (*block.attributes, *block.blocks))}


def _nearest(name: str, names: Collection[str]) -> Misfit:
    from difflib import get_close_matches  # noqa: PLC0415 - seldom needed, and slow to import

    close = get_close_matches(name, sorted(names), n=1, cutoff=0.7)
    return {"nearest": close[0]} if close else {}
