"""Parses native syntax by python-hcl2."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Any

from checker.hcl import grammar
from checker.hcl.conversion import Conversion
from checker.hcl.errors import HclError
from checker.hcl.heredocs import text_pieces
from checker.hcl.repair import excerpt, readable
from checker.hcl.scanning import Origin
from checker.hcl.tree import Body, File

if TYPE_CHECKING:
    from pathlib import Path

    from checker.hcl.scanning import ParseExpression
    from checker.hcl.templates import Piece
    from checker.hcl.tree import Expression

_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?: |$)", re.MULTILINE)
_HCL1 = re.compile(r'^\s*(?:"[^"]*"\s*[:=]|[\w-]+\s*:(?!:))')
_PREFIX = "_ = ("
_DEEP = "nested too deeply"


def parse(text: str, *, grammar_cache: Path | None = None) -> File:
    """The tree of a file. Raises `HclError` with the place, and `MissingExtraError`.

    `grammar_cache` is the file in which the tables of the grammar are kept; None: not at all.
    """
    text = text.removeprefix("\ufeff")  # as Terraform does; editors on Windows write it
    try:
        tree, text, strips = _tree(text, grammar_cache)
        conversion = Conversion(_expression_parser(grammar_cache), strips=strips)
        body = conversion.body(tree.children[0]) if tree.children else Body(0, 0)
        return File(1, 1, body, conversion.comments(tree, text))
    except RecursionError as error:
        raise HclError(_DEEP, 1, 1) from error


def parse_expression(text: str, line: int, column: int, *, grammar_cache: Path | None = None) -> Expression:
    """The tree of an expression which stands at this place. Raises as `parse` does."""
    shift = column - len(_PREFIX) - 1
    try:
        tree, _, strips = _tree(f"{_PREFIX}{text}\n)", grammar_cache)
        conversion = Conversion(_expression_parser(grammar_cache), line=line, shift=shift, strips=strips)
        (attribute,) = conversion.body(tree.children[0]).attributes
    except HclError as error:
        if error.line >= line and (error.line, error.column) >= (line, column):
            raise
        moved = error.column + shift if error.line == 1 else error.column
        raise error.moved(error.line + line - 1, moved) from error
    except RecursionError as error:
        raise HclError(_DEEP, line, column) from error
    except ValueError as error:
        raise HclError("not one expression", line, column) from error
    return attribute.expression


def parse_template(text: str, line: int, column: int, *, grammar_cache: Path | None = None) -> list[Piece]:
    """The pieces of a template that is a text of its own. Raises as `parse` does."""
    return text_pieces(text, Origin(line, column), _expression_parser(grammar_cache))


def prepare(grammar_cache: Path | None) -> None:
    """Load what parses, as the first text would. Raises `MissingExtraError`."""
    grammar.parser(grammar_cache)


def _expression_parser(grammar_cache: Path | None) -> ParseExpression:
    return functools.partial(parse_expression, grammar_cache=grammar_cache)


def _tree(text: str, grammar_cache: Path | None) -> tuple[Any, str, Any]:
    """The parse tree; where the grammar is at a loss, of the text without what Terraform can read and it cannot."""
    parse = grammar.parser(grammar_cache).parse
    from lark.exceptions import UnexpectedInput  # noqa: PLC0415 - of an extra, which is there now

    try:
        return parse(f"{text}\n"), text, None
    except UnexpectedInput as error:
        mended, strips = readable(text)
        if mended == text:
            raise _explained(text, error) from error
    try:
        return parse(f"{mended}\n"), mended, strips
    except UnexpectedInput as error:
        raise _explained(text, error) from error


def _explained(text: str, error: Any) -> HclError:
    """What stands where the grammar could not go on, in words for what is often the reason."""
    line, column = _place(text, error)
    lines = text.split("\n")
    conflict = _CONFLICT.search(text)
    if conflict:
        at = text.count("\n", 0, conflict.start()) + 1
        return HclError("the marks of a merge conflict are still in it", at, 1, "finish the merge")
    shown = lines[line - 1] if line <= len(lines) else ""
    message, hint = _reason(shown, column)
    return HclError(message, line, column, hint, excerpt(shown, column))


def _reason(shown: str, column: int) -> tuple[str, str]:
    found = _word_at(shown, column)
    if not found:
        return "the line ends, or the file, where more must follow", ""
    if found[:1] == "'":
        return "strings stand between double quotation marks", ""
    if _HCL1.match(shown):
        return "this looks like HCL 1 or JSON", "an attribute is written name = value"
    return f"{found} is not expected here", ""


def _place(text: str, error: Any) -> tuple[int, int]:
    line, column = getattr(error, "line", -1), getattr(error, "column", -1)
    if not isinstance(line, int) or line < 1:  # the text ended
        return text.count("\n") + 1, len(text) - text.rfind("\n")
    token = getattr(error, "token", None)
    if token is not None and str(token)[:1] in " \t\n":  # some operators take the space before them along
        space = str(token)[: len(str(token)) - len(str(token).lstrip())]
        if space != str(token):
            line += space.count("\n")
            column = len(space) - space.rfind("\n") if "\n" in space else column + len(space)
    return line, max(column, 1)


def _word_at(shown: str, column: int) -> str:
    match = re.compile(r"[\w-]+|\S").match(shown, column - 1)
    return match[0] if match else ""
