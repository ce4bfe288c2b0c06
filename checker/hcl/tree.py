"""The tree of a configuration: bodies, blocks, attributes and expressions, each with its place.

These are msgspec structures and no dataclasses, because parsed files are kept in a cache: they are
written and read again some twenty times faster than Python's pickle would, and typed. Every node
begins with its line and column, which count from 1, in characters.
"""

from __future__ import annotations

from typing import Union

import msgspec


class Node(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What stands at a place."""

    line: int
    column: int


class Literal(Node, frozen=True, tag=1):
    """A string without interpolation, true, false or null."""

    value: str | bool | None


class Number(Node, frozen=True, tag=2):
    """A number as it is written, which may have more digits than a float can hold."""

    text: str


class Template(Node, frozen=True, tag=3):
    """A string with interpolations and directives; one interpolation alone is that value itself."""

    parts: tuple[Expression, ...]


class TemplateIf(Node, frozen=True, tag=4):
    """`%{ if … }`; without else, `otherwise` is empty."""

    condition: Expression
    then: tuple[Expression, ...]
    otherwise: tuple[Expression, ...]


class TemplateFor(Node, frozen=True, tag=5):
    """`%{ for … }`."""

    key: str  # "": only the value has a name
    value: str
    collection: Expression
    parts: tuple[Expression, ...]


class Tuple(Node, frozen=True, tag=6):
    """`[a, b]`."""

    items: tuple[Expression, ...]


class Object(Node, frozen=True, tag=7):
    """`{ a = b }`; a key that is a bare name is a literal."""

    items: tuple[tuple[Expression, Expression], ...]


class Name(Node, frozen=True, tag=8):
    """The first name of a reference: `var`, `local`, a resource type, the variable of a for."""

    name: str


class Attr(Node, frozen=True, tag=9):
    """`of.name`."""

    of: Expression
    name: str


class Index(Node, frozen=True, tag=10):
    """`of[key]`."""

    of: Expression
    key: Expression


class Splat(Node, frozen=True, tag=11):
    """`of[*]` with what is applied to each item; in `each` the item is an `Item`."""

    of: Expression
    each: Expression


class Item(Node, frozen=True, tag=12):
    """The item of the splat around it."""


class Call(Node, frozen=True, tag=13):
    """`name(arguments)`; with `expand` the last argument is a list of arguments."""

    name: str
    arguments: tuple[Expression, ...]
    expand: bool


class Unary(Node, frozen=True, tag=14):
    """`-of` or `!of`."""

    operator: str
    of: Expression


class Binary(Node, frozen=True, tag=15):
    """`left operator right`."""

    operator: str
    left: Expression
    right: Expression


class Conditional(Node, frozen=True, tag=16):
    """`condition ? then : otherwise`."""

    condition: Expression
    then: Expression
    otherwise: Expression


class For(Node, frozen=True, tag=17):
    """`[for …]`, or with `result_key` `{for …}`."""

    key: str  # "": only the value has a name
    value: str
    collection: Expression
    result_key: Expression | None  # None: a tuple comes out
    result: Expression
    condition: Expression | None  # None: all items
    group: bool


Expression = Union[  # noqa: UP007 - the names above refer to it before it is there
    Literal,
    Number,
    Template,
    TemplateIf,
    TemplateFor,
    Tuple,
    Object,
    Name,
    Attr,
    Index,
    Splat,
    Item,
    Call,
    Unary,
    Binary,
    Conditional,
    For,
]


class Attribute(Node, frozen=True):
    """`name = expression`."""

    name: str
    expression: Expression


class Block(Node, frozen=True):
    """`type "label" { … }`."""

    type: str
    labels: tuple[str, ...]
    body: Body
    last_line: int  # of its closing brace


class Body(Node, frozen=True):
    """What stands between braces, or in a file; in JSON what is a block and what an attribute may be open."""

    attributes: tuple[Attribute, ...] = ()
    blocks: tuple[Block, ...] = ()
    is_json: bool = False

    def attribute(self, name: str) -> Attribute | None:
        """The attribute of this name, if it is there."""
        return next((each for each in self.attributes if each.name == name), None)

    def blocks_of(self, type_: str) -> tuple[Block, ...]:
        """The blocks of this type."""
        return tuple(block for block in self.blocks if block.type == type_)


class Holder(Node, frozen=True):
    """The object of JSON syntax that a comment is a member of."""

    last_line: int


class Comment(Node, frozen=True):
    """A comment with its marks: `# …`, `// …` or `/* … */`; in JSON syntax, which has none, a text under "//"."""

    text: str
    alone: bool  # nothing else stands before it on its line; in JSON syntax, on the lines of its object
    holder: Holder | None = None  # None: not in JSON syntax


class File(Node, frozen=True):
    """A whole file."""

    body: Body
    comments: tuple[Comment, ...] = ()


def children(node: Expression) -> tuple[Expression, ...]:  # noqa: C901, PLR0911, PLR0912 - one answer a kind
    """The expressions directly in an expression."""
    match node:
        case Template(parts=parts):
            return parts
        case TemplateIf():
            return (node.condition, *node.then, *node.otherwise)
        case TemplateFor():
            return (node.collection, *node.parts)
        case Tuple(items=items):
            return items
        case Object(items=pairs):
            return tuple(each for pair in pairs for each in pair)
        case Attr(of=of) | Unary(of=of):
            return (of,)
        case Index():
            return (node.of, node.key)
        case Splat():
            return (node.of, node.each)
        case Call(arguments=arguments):
            return arguments
        case Binary():
            return (node.left, node.right)
        case Conditional():
            return (node.condition, node.then, node.otherwise)
        case For():
            found = (node.collection, node.result_key, node.result, node.condition)
            return tuple(each for each in found if each is not None)
        case _:
            return ()
