"""Moves Rego modules below a prefix, so that on a server that others use too they are nobody's but this run's.

Every reference to `data` is moved, and nothing else: texts and comments stay as they are, and so does the
number of lines.
"""

from __future__ import annotations

import json
import re
from hashlib import sha256
from typing import TYPE_CHECKING

from msgspec import Struct

from checker.engines.rego.text import Edit, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Path = tuple[str, ...]  # of a package or a rule, without `data`

_TOKEN = re.compile(rb'\$?"|\$?`|#[^\n]*|[A-Za-z_][A-Za-z0-9_]*|[{}]')
_STEP = re.compile(rb'\.([A-Za-z_][A-Za-z0-9_]*)|\["((?:[^"\\\n]|\\.)*)"\]')
_WORD = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*")
# What ends a stretch of text: of a template, `{` begins an expression in it.
_TEXT_ENDS = {
    b'"': re.compile(rb'(?:[^"\\]|\\.)*"', re.DOTALL),
    b"`": re.compile(rb"[^`]*`"),
    b'$"': re.compile(rb'(?:[^"\\{]|\\.)*["{]', re.DOTALL),
    b"$`": re.compile(rb"(?:[^`\\{]|\\.)*[`{]", re.DOTALL),
}
_MARK = "tfcheck_module_is_loaded"


class Module(Struct, frozen=True, kw_only=True):
    """A module, and where it refers to `data`."""

    file: str
    text: Text
    package: Path  # empty: it declares none
    package_start: int  # offset of the package's path
    references: tuple[tuple[int, Path], ...]  # offset behind each `data`, and the path that follows


def module_of(file: str, text: str) -> Module:
    """What the module refers to; of one that is no Rego, whatever looks like it, since OPA will refuse it."""
    content = text.removeprefix("\ufeff").encode()  # OPA passes over a byte order mark
    package: Path = ()
    package_start = 0
    references = []
    words = _words(content)
    for start, end in words:
        word = content[start:end]
        if word == b"package" and not package:
            following = next(words, None)
            if following is not None:
                package_start, first_end = following
                package = (content[package_start:first_end].decode(), *_steps(content, first_end))
        elif word == b"data" and content[start - 1 : start] != b".":
            references.append((end, _steps(content, end)))
    return Module(
        file=file, text=Text(content), package=package, package_start=package_start, references=tuple(references)
    )


def moved(module: Module, prefix: str) -> Text:
    """The module below the prefix, with one rule more at its end, by which one sees that it is loaded."""
    content = module.text.content
    edits = [Edit(offset, offset, (f".{prefix}",)) for offset, _ in module.references]
    if module.package:
        edits.append(Edit(module.package_start, module.package_start, (f"{prefix}.",)))
    edits.append(Edit(len(content), len(content), (f"\n\n{mark(module)} := true\n",)))
    return module.text.edited(edits)


def mark(module: Module) -> str:
    """The name of the rule that `moved` adds: another one for each module of a package."""
    return f"{_MARK}_{sha256(module.file.encode()).hexdigest()[:16]}"


def in_order(modules: Mapping[str, Module]) -> list[Module]:
    """The modules, each behind those that it refers to: a server compiles them one at a time.

    Where they refer to each other in a circle, there is no such order, and some reference comes too early.
    """
    by_package: dict[Path, list[Module]] = {}
    for module in modules.values():
        by_package.setdefault(module.package, []).append(module)
    ordered: dict[str, Module] = {}
    begun: set[str] = set()
    for first in modules.values():
        waiting = [(first, False)]
        while waiting:
            module, is_ready = waiting.pop()
            if is_ready:
                ordered.setdefault(module.file, module)
            elif module.file not in begun:
                begun.add(module.file)
                waiting.append((module, True))
                waiting += [(each, False) for each in needed_by(module, by_package)]
    return list(ordered.values())


def needed_by(module: Module, by_package: Mapping[Path, Iterable[Module]]) -> Iterator[Module]:
    """The modules of other packages that a module names, or names a rule of."""
    for _, path in module.references:
        for end in range(len(path), 0, -1):
            if path[:end] in by_package:
                if path[:end] != module.package:
                    yield from by_package[path[:end]]
                break


def _steps(content: bytes, offset: int) -> Path:
    """The names that follow: `.jobs["x"]`."""
    steps = []
    while step := _STEP.match(content, offset):
        steps.append(step[1].decode() if step[1] else _text(step[2]))
        offset = step.end()
    return tuple(steps)


def _text(literal: bytes) -> str:
    try:
        return str(json.loads(b'"%s"' % literal))
    except ValueError:
        return literal.decode("utf-8", "replace")


def _words(content: bytes) -> Iterator[tuple[int, int]]:
    """Where names and keywords begin and end; those in templates too, and none of texts and comments."""
    templates: list[tuple[bytes, int]] = []  # of those that an expression is in: their opening, braces open within
    offset = 0
    while token := _TOKEN.search(content, offset):
        kind, offset = token[0], token.end()
        if _WORD.match(kind):
            yield token.span()
            continue
        if kind in _TEXT_ENDS:
            opening = kind
        elif kind == b"}" and templates and templates[-1][1] == 0:
            opening, _ = templates.pop()
        else:
            if templates and kind in b"{}":
                opening, depth = templates[-1]
                templates[-1] = (opening, depth + (1 if kind == b"{" else -1))
            continue
        ending = _TEXT_ENDS[opening].match(content, offset)
        if ending is None:
            return
        offset = ending.end()
        if opening.startswith(b"$") and ending[0].endswith(b"{"):
            templates.append((opening, 0))
