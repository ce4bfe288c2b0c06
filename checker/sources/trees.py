"""Walks decoded JSON: the strings in it, and the place that a path leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Path = tuple[str | int, ...]


def strings(values: Any, path: Path = ()) -> Iterable[tuple[Path, str]]:
    """Each string below an object or array, with its path."""
    items: Iterable[tuple[str | int, Any]] = (
        values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else ()
    )
    for key, value in items:
        if isinstance(value, str):
            yield (*path, key), value
        elif isinstance(value, (dict, list)):
            yield from strings(value, (*path, key))


def rewritten(tree: Any, rewrite: Callable[[str], str]) -> Any:
    """A copy with each string and each key rewritten."""
    if isinstance(tree, str):
        return rewrite(tree)
    if isinstance(tree, dict):
        return {rewrite(key): rewritten(item, rewrite) for key, item in tree.items()}
    if isinstance(tree, (list, tuple)):
        return [rewritten(item, rewrite) for item in tree]
    return tree


def nearest(values: Any, path: Path) -> Path | None:
    """The part of `path` that leads to a value: all of it, or less where a value is no container.

    None where nothing is there. A path that ends too early covers more than it says, never less.
    """
    for length, step in enumerate(path):
        if isinstance(values, dict):
            values = values.get(step)
        elif isinstance(values, list) and isinstance(step, int):
            values = values[step] if 0 <= step < len(values) else None
        else:
            return path[:length]
        if values is None:
            return None
    return path


def holder(values: Any, path: Path) -> tuple[Any, Any]:
    """What holds the value at a path that leads to one, and the value's key there."""
    for step in path[:-1]:
        values = values[step]
    return values, path[-1]


def tree_of(paths: Iterable[Path]) -> Any:
    """A tree that says true at each path, arrays as long as needed; False where there is no path."""
    root: dict[str | int, Any] = {}
    for path in paths:
        node = root
        for step in path[:-1]:
            node = node.setdefault(step, {})
        node[path[-1]] = True
    return _with_arrays(root) if root else False


def _with_arrays(node: Any) -> Any:
    if node is True:
        return True
    if any(isinstance(key, int) for key in node):
        return [_with_arrays(node[index]) if index in node else False for index in range(max(node) + 1)]
    return {key: _with_arrays(item) for key, item in node.items()}
