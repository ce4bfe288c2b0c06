"""Turns the parse tree of python-hcl2 into our own, and refuses what its grammar lets pass and Terraform does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from checker.hcl import strings
from checker.hcl.errors import HclError
from checker.hcl.heredocs import text_pieces
from checker.hcl.scanning import Origin
from checker.hcl.templates import Piece, assemble
from checker.hcl.tree import (
    Attr,
    Attribute,
    Binary,
    Block,
    Body,
    Call,
    Comment,
    Conditional,
    For,
    Index,
    Item,
    Literal,
    Name,
    Number,
    Object,
    Splat,
    Tuple,
    Unary,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from checker.hcl.scanning import ParseExpression
    from checker.hcl.tree import Expression

Tree = Any  # lark.Tree or lark.Token: neither is typed for what is asked of them here

_OPERATORS = {
    "DOUBLE_EQ": "==",
    "NEQ": "!=",
    "LT": "<",
    "GT": ">",
    "LEQ": "<=",
    "GEQ": ">=",
    "ASTERISK": "*",
    "SLASH": "/",
    "PERCENT": "%",
    "DOUBLE_AMP": "&&",
    "DOUBLE_PIPE": "||",
    "PLUS": "+",
    "MINUS": "-",
}
_LITERALS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_DIRECTIVES = {
    "template_if_start": "if",
    "template_else": "else",
    "template_endif": "endif",
    "template_for_start": "for",
    "template_endfor": "endfor",
}
_COMMENT = "new_line_or_comment"


class Conversion:
    """Converts the trees of one file, whose places begin at `line` and `column` of what is converted."""

    def __init__(self, parse: ParseExpression, *, line: int = 1, shift: int = 0, strips: Strips | None = None) -> None:
        self._parse = parse  # for expressions in heredocs, which the grammar leaves as text
        self._line, self._shift = line, shift
        self._strips = strips or Strips()
        self._convert: dict[str, Callable[[Tree], Expression]] = {
            name.removeprefix("_x_"): getattr(self, name) for name in dir(self) if name.startswith("_x_")
        }

    def body(self, tree: Tree) -> Body:
        """A body; of a file or between braces."""
        attributes: list[Attribute] = []
        blocks: list[Block] = []
        lines: dict[str, int] = {}
        last = 0
        for item in _solid(tree):
            line, column = self._place(item)
            if line == last:
                raise HclError("a new line is missing before this", line, column)
            if item.data == "attribute":
                attribute = self._attribute(item)
                if attribute.name in lines:
                    message = f"{attribute.name} is set twice: first on line {lines[attribute.name]}"
                    raise HclError(message, line, column)
                lines[attribute.name] = line
                attributes.append(attribute)
            else:
                blocks.append(self._block(item))
            last = self._last_line(item)
        return Body(0, 0, tuple(attributes), tuple(blocks))

    def expression(self, tree: Tree) -> Expression:
        """An expression of any kind."""
        return self._convert[tree.data](tree)

    def comments(self, tree: Tree, text: str) -> tuple[Comment, ...]:
        """Every comment of a tree that was made of this text."""
        lines, found = text.split("\n"), []
        for token in tree.scan_values(lambda value: "\n" in value or value.startswith("/*")):
            comment = str(token).strip()
            if comment.startswith(("#", "//", "/*")) and not token.type.startswith("HEREDOC"):
                line, column = token.line, token.column
                found.append(Comment(line, column, comment, not lines[line - 1][: column - 1].strip()))
        return tuple(found)

    def _attribute(self, tree: Tree) -> Attribute:
        name, _, expression = tree.children
        return Attribute(*self._place(tree), _word(name), self.expression(expression))

    def _block(self, tree: Tree) -> Block:
        head = [child for child in tree.children if not _is_token(child) and child.data not in ("body", _COMMENT)]
        brace, body, end = (child for child in tree.children if _is_token(child) or child.data == "body")
        inner = self.body(body)
        opening, closing = self._place_of(brace)[0], self._place_of(end)
        items = _solid(body)
        if items and self._last_line(items[-1]) == closing[0]:
            is_short = opening == closing[0] and len(items) == 1 and not inner.blocks
            if not is_short:
                raise HclError("a new line is missing before }", *closing)
        labels = tuple(self._label(label) for label in head[1:])
        return Block(*self._place(tree), _word(head[0]), labels, inner, closing[0])

    def _label(self, tree: Tree) -> str:
        if tree.data != "string":
            return _word(tree)
        label = self.expression(tree)
        if not isinstance(label, Literal) or not isinstance(label.value, str):
            raise HclError("a label is plain text, without interpolation", *self._place(tree))
        return label.value

    def _x_expr_term(self, tree: Tree) -> Expression:
        return self.expression(_solid(tree)[0])

    def _x_identifier(self, tree: Tree) -> Expression:
        return Name(*self._place(tree), _word(tree))

    def _x_literal_value(self, tree: Tree) -> Expression:
        return Literal(*self._place(tree), _LITERALS[_word(tree)])

    def _x_int_lit(self, tree: Tree) -> Expression:
        return Number(*self._place(tree), _word(tree))

    _x_float_lit = _x_int_lit

    def _x_string(self, tree: Tree) -> Expression:
        pieces = [self._piece(part.children[0]) for part in tree.children if not _is_token(part)]
        return assemble(pieces, *self._place(tree))

    def _x_template_string(self, tree: Tree) -> Expression:
        raise HclError('\\" stands outside of a string', *self._place(tree))

    def _x_heredoc_template(self, tree: Tree) -> Expression:
        token = tree.children[0]
        line, column = self._place_of(token)
        text, is_flush = strings.heredoc(str(token))
        return assemble(text_pieces(text, Origin(line + 1, 1), self._parse, is_flush=is_flush), line, column)

    _x_heredoc_template_trim = _x_heredoc_template

    def _x_tuple(self, tree: Tree) -> Expression:
        return Tuple(*self._place(tree), tuple(self.expression(item) for item in _solid(tree)))

    def _x_object(self, tree: Tree) -> Expression:
        items, last = [], 0
        for child in tree.children:
            if _is_token(child):
                last = last if child.type == "RBRACE" else 0
                continue
            if child.data == _COMMENT:
                continue
            if self._place(child)[0] == last:
                raise HclError("a comma or a new line is missing before this", *self._place(child))
            last = self._last_line(child)
            key, _, value = child.children
            items.append((self._key(key.children[0]), self.expression(value)))
        return Object(*self._place(tree), tuple(items))

    def _key(self, tree: Tree) -> Expression:
        bare = tree
        while not _is_token(bare) and bare.data == "expr_term" and len(bare.children) == 1:
            bare = bare.children[0]
        if bare.data in ("identifier", "keyword", "literal_value"):
            return Literal(*self._place(tree), _word(bare))
        return self.expression(tree)

    def _x_function_call(self, tree: Tree) -> Expression:
        names = [_word(child) for child in tree.children if not _is_token(child) and child.data == "identifier"]
        given = next((child for child in tree.children if not _is_token(child) and child.data == "arguments"), None)
        arguments = tuple(self.expression(each) for each in _solid(given)) if given else ()
        expand = given is not None and any(_is_token(each) and each.type == "ELLIPSIS" for each in given.children)
        return Call(*self._place(tree), "::".join(names), arguments, expand)

    def _x_get_attr_expr_term(self, tree: Tree) -> Expression:
        of, step = tree.children
        return self._stepped(self.expression(of), step)

    _x_index_expr_term = _x_get_attr_expr_term

    def _stepped(self, of: Expression, step: Tree) -> Expression:
        place = self._place(step)
        if step.data == "get_attr":
            return Attr(*place, of, _word(step.children[1]))
        if step.data == "short_index":
            return Index(*place, of, Number(*place, str(step.children[1])))
        return Index(*place, of, self.expression(_solid(step)[0]))

    def _x_attr_splat_expr_term(self, tree: Tree) -> Expression:
        """In `x.*.a[0]` the index is of the whole result: only names are looked up in each item."""
        of, splat = tree.children
        steps = list(_trees(splat))
        each: Expression = Item(*self._place(splat))
        while steps and steps[0].data == "get_attr":
            each = self._stepped(each, steps.pop(0))
        result: Expression = Splat(*self._place(splat), self.expression(of), each)
        for step in steps:
            result = self._stepped(result, step)
        return result

    def _x_full_splat_expr_term(self, tree: Tree) -> Expression:
        of, splat = tree.children
        return self._splat_of(of, splat)

    def _splat_of(self, of: Tree, splat: Tree) -> Expression:
        """In `x[*].a[*].b` the second is in each item of the first, though the grammar sees it the other way."""
        each: Expression = Item(*self._place(splat))
        for step in _trees(splat):
            each = self._stepped(each, step)
        base = self.expression(of)
        if isinstance(base, Splat) and not _is_token(of.children[0]):  # not in parentheses
            return _innermost(base, lambda inner: Splat(*self._place(splat), inner, each))
        return Splat(*self._place(splat), base, each)

    def _x_for_tuple_expr(self, tree: Tree) -> Expression:
        intro, result, *condition = _trees(tree)
        return self._for(tree, intro, None, result, condition, group=False)

    def _x_for_object_expr(self, tree: Tree) -> Expression:
        intro, key, result, *condition = _trees(tree)
        group = any(_is_token(child) and child.type == "ELLIPSIS" for child in tree.children)
        return self._for(tree, intro, key, result, condition, group=group)

    def _for(
        self, tree: Tree, intro: Tree, key: Tree | None, result: Tree, condition: list[Tree], *, group: bool
    ) -> Expression:
        *names, collection = _trees(intro)
        key_name, value_name = ("", *map(_word, names))[-2:]
        return For(
            *self._place(tree),
            key_name,
            value_name,
            self.expression(collection),
            None if key is None else self.expression(key),
            self.expression(result),
            self.expression(_solid(condition[0])[0]) if condition else None,
            group,
        )

    def _x_conditional(self, tree: Tree) -> Expression:
        return Conditional(*self._place(tree), *(self.expression(each) for each in _solid(tree)))

    def _x_binary_op(self, tree: Tree) -> Expression:
        left, term = _trees(tree)
        operator, right = _trees(term)
        sign = _OPERATORS[operator.children[0].type]
        return Binary(*self._place(tree), sign, self.expression(left), self.expression(right))

    def _x_unary_op(self, tree: Tree) -> Expression:
        operator, of = tree.children
        return Unary(*self._place(tree), str(operator), self.expression(of))

    def _piece(self, part: Tree) -> Piece:
        line, column = self._place_of(part) if _is_token(part) else self._place(part)
        if _is_token(part):
            text = str(part)
            if part.type != "STRING_CHARS":
                text = text[1:]  # $${ and %%{
            return Piece(kind="text", line=line, column=column, text=strings.unescaped(text, line, column))
        kind = _DIRECTIVES.get(part.data, "value")
        inner = _solid(part)
        return Piece(
            kind=kind,
            line=line,
            column=column,
            expression=self.expression(inner[-1]) if inner else None,
            names=tuple(map(_word, inner[:-1])),
            strip_before=_is_strip(part.children[1]) or _raw_place(part.children[0]) in self._strips.before,
            strip_after=_is_strip(part.children[-2]) or _raw_place(part.children[-1]) in self._strips.after,
        )

    def _place(self, tree: Tree) -> tuple[int, int]:
        token = _first_token(tree)
        return self._shifted(token.line, token.column) if token is not None else (self._line, 1)

    def _place_of(self, token: Tree) -> tuple[int, int]:
        return self._shifted(token.line, token.column)

    def _shifted(self, line: int, column: int) -> tuple[int, int]:
        return line + self._line - 1, column + self._shift if line == 1 else column

    def _last_line(self, tree: Tree) -> int:
        """The line on which it ends, without new lines and comments that the grammar counts to it."""
        token = _last_token(tree)
        return cast("int", token.line) + str(token).removesuffix("\n").count("\n") + self._line - 1


class Strips:
    """Where `~` stood that the grammar cannot read: places of opening `${` and closing `}`."""

    def __init__(self) -> None:
        self.before: set[tuple[int, int]] = set()
        self.after: set[tuple[int, int]] = set()


def _innermost(splat: Splat, make: Callable[[Expression], Expression]) -> Splat:
    each = _innermost(splat.each, make) if isinstance(splat.each, Splat) else make(splat.each)
    return Splat(splat.line, splat.column, splat.of, each)


def _raw_place(token: Tree) -> tuple[int, int]:
    return token.line, token.column


def _is_strip(tree: Tree) -> bool:
    return _is_token(tree) and tree.type == "STRIP_MARKER"


def _first_token(tree: Tree) -> Tree | None:
    while not _is_token(tree):
        tree = next((child for child in tree.children if _is_token(child) or child.children), None)
        if tree is None:
            return None
    return tree


def _last_token(tree: Tree) -> Tree:
    while not _is_token(tree):
        tree = next(child for child in reversed(tree.children) if _is_token(child) or child.data != _COMMENT)
    return tree


def _is_token(tree: Tree) -> bool:
    return not hasattr(tree, "data")


def _trees(tree: Tree) -> Iterator[Tree]:
    return (child for child in tree.children if not _is_token(child) and child.data != _COMMENT)


def _solid(tree: Tree) -> list[Tree]:
    return list(_trees(tree))


def _word(tree: Tree) -> str:
    return str(tree.children[0])
