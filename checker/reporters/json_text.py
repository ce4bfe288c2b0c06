"""How a tree becomes JSON text that a terminal can show and every reader can read."""

from __future__ import annotations

import msgspec


def json_text(tree: object) -> str:
    """Indented, with a line end; what a terminal would act upon or hide is escaped."""
    try:
        compact = msgspec.json.encode(tree)
    except UnicodeEncodeError:
        compact = msgspec.json.encode(_encodable(tree))
    # `##vso[` and `##[` are commands wherever in a line of a CI system's log they stand; "##" is only in strings.
    return _shown(msgspec.json.format(compact, indent=2).decode().replace("##", "#\\u0023")) + "\n"


def encodable(text: str) -> str:
    r"""Replace lone surrogates, as Python makes them of file names that are not UTF-8, by `\udcff`."""
    return text.encode(errors="backslashreplace").decode()


def _encodable(tree: object) -> object:
    if isinstance(tree, str):
        return encodable(tree)
    if isinstance(tree, dict):
        return {_encodable(key): _encodable(value) for key, value in tree.items()}
    if isinstance(tree, list | tuple):
        return [_encodable(value) for value in tree]
    return tree


def _shown(text: str) -> str:
    """Escape what a terminal would act upon or hide; JSON readers see the same text as before."""
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(char if char.isprintable() or char == "\n" else _escape(char) for char in text)


def _escape(char: str) -> str:
    units = char.encode("utf-16-be").hex()
    return "".join(f"\\u{units[start : start + 4]}" for start in range(0, len(units), 4))
