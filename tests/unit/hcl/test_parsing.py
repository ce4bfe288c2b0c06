"""Native syntax becomes a tree with places; what Terraform refuses is refused, at its place."""

from __future__ import annotations

import pytest

from checker.hcl import HclError, parse
from checker.hcl.tree import Attr, Attribute, Call, Comment, Index, Item, Literal, Name, Number, Splat, Template

SOUND = {
    "an interpolation with strip markers": 'a = "${~ x ~}"\n',
    "an index after a dot": "a = x.0.y\n",
    "strings in strings": 'a = "${"b${c}"}"\n',
    "a heredoc as an argument": "a = f(<<EOT\nx\nEOT\n)\n",
    "a heredoc in an object": "a = {\n b = <<EOT\nx\nEOT\n c = 1\n}\n",
    "a heredoc whose word begins its text": "a = <<E\nE x\nE\n",
    "two heredocs": "a = <<E\nx\nE\nb = <<E\ny\nE\n",
    "no end of the last line": "a = 1 # x",
    "a comment within a line": "a = /* x */ 1\n",
    "comments in an object": "a = { # x\n b = 1 # y\n // z\n c = 2\n}\n",
    "ends of lines of Windows": "a = <<E\r\nx\r\nE\r\nb {\r\n c = 2\r\n}\r\n",
    "a byte order mark": "\ufeffa = 1\n",
    "tabs": "a\t=\t1\n",
    "an operator on the next line": "a = (\n x # c\n && y\n)\n",
    "a condition on three lines": "a = (x\n ? 1\n : 2)\n",
    "a for on many lines": "a = {\n for k, v in x :\n k => v...\n if k\n}\n",
    "an escaped interpolation": 'a = "$${x} ${y} %%{if}"\n',
    "keywords as names": "for = 1\nin = 2\nif = x.for.in.if\n",
    "a function of a provider": "a = provider::x::y(1)\n",
    "a block on one line": "a { b = 1 }\n",
    "signs that begin comments in a string": 'a = "# no // /* */"\n',
    "other scripts": 'a = "日本"\n',
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_reads(text: str) -> None:
    assert parse(text).body.attributes or parse(text).body.blocks


REFUSED = {
    "the marks of a merge conflict": (
        "a = 1\n<<<<<<< HEAD\na = 1\n=======\n",
        "the marks of a merge conflict are still in it",
        (2, 1),
    ),
    "single quotation marks": ("a = 'x'\n", "strings stand between double quotation marks", (1, 5)),
    "a semicolon": ("a = 1; b = 2\n", "; is not expected here", (1, 6)),
    "two attributes on a line": ("a = 1 b = 2\n", "a new line is missing before this", (1, 7)),
    "two attributes in a short block": ("a { b = 1 c = 2 }\n", "a new line is missing before this", (1, 11)),
    "no new line before the brace": ("a {\n b = 1 }\n", "a new line is missing before }", (2, 8)),
    "an attribute twice": ("a = 1\nb = 2\na = 3\n", "a is set twice: first on line 1", (3, 1)),
    "a string over two lines": (
        'a = "x\ny"\n',
        "a quoted string goes over the end of its line",
        (1, 6),
    ),
    "no comma in a list": ("a = [1 2]\n", "2 is not expected here", (1, 8)),
    "no comma in an object": ("a = {b = 1 c = 2}\n", "a comma or a new line is missing before this", (1, 12)),
    "an unknown escape": ('a = "\\q"\n', "\\q is no escape sequence", (1, 6)),
    "HCL 1": ('variable "x" {\n  "a" : 1\n}\n', "this looks like HCL 1 or JSON", (2, 3)),
    "an open parenthesis": ("a = f(1\n", "the line ends, or the file, where more must follow", (2, 1)),
    "an interpolation that is never closed": (
        "a = <<E\n b ${ c\nE\n",
        "an interpolation is never closed: } is missing",
        (2, 6),
    ),
    "a directive that closes nothing": ('a = "%{ endif }"\n', "%{ endif } closes nothing", (1, 6)),
    "a directive that is never closed": ('a = "%{ if x }b"\n', "%{ if } is never closed", (1, 6)),
    "an error in a heredoc": ("a = <<E\n  b\n  ${c d}\nE\n", "d is not expected here", (3, 7)),
}


@pytest.mark.parametrize(("text", "message", "place"), REFUSED.values(), ids=REFUSED)
def test_refuses(text: str, message: str, place: tuple[int, int]) -> None:
    with pytest.raises(HclError) as caught:
        parse(text)
    assert (caught.value.message, (caught.value.line, caught.value.column)) == (message, place)


def test_shows_the_line_with_a_caret_and_without_what_stands_in_quotation_marks() -> None:
    with pytest.raises(HclError) as caught:
        parse('a = "hunter2" "b"\n')
    assert caught.value.excerpt == 'a = "·······" "·"\n              ^'


def test_refuses_what_is_nested_too_deeply() -> None:
    with pytest.raises(HclError, match="nested too deeply"):
        parse(f"a = {'[' * 2000}{']' * 2000}\n")


def test_knows_the_place_of_every_node() -> None:
    (attribute,) = parse("\n  a = f(x.b[0],\n    1)\n").body.attributes
    expected = Call(
        2, 7, "f", (Index(2, 12, Attr(2, 10, Name(2, 9, "x"), "b"), Number(2, 13, "0")), Number(3, 5, "1")), False
    )
    assert attribute == Attribute(2, 3, "a", expected)


def test_looks_up_only_names_in_each_item_of_an_attribute_splat() -> None:
    (attribute,) = parse("a = x.*.b[0]\n").body.attributes
    splat = Splat(1, 6, Name(1, 5, "x"), Attr(1, 8, Item(1, 6), "b"))
    assert attribute.expression == Index(1, 10, splat, Number(1, 11, "0"))


def test_nests_a_full_splat_in_each_item_of_the_one_before() -> None:
    (attribute,) = parse("a = x[*].b[*].c\n").body.attributes
    inner = Splat(1, 11, Attr(1, 9, Item(1, 6), "b"), Attr(1, 14, Item(1, 11), "c"))
    assert attribute.expression == Splat(1, 6, Name(1, 5, "x"), inner)


def test_takes_the_common_indentation_from_a_heredoc_and_not_from_blank_lines() -> None:
    (attribute,) = parse("a = <<-E\n    b\n \n      ${c}\n  E\n").body.attributes
    assert isinstance(attribute.expression, Template)
    texts = [part.value for part in attribute.expression.parts if isinstance(part, Literal)]
    assert texts == ["b\n", " \n", "  ", "\n"]


def test_keeps_comments_with_their_places() -> None:
    file = parse("# one\na = 1 // two\nb { # three\n}\n/* four\n */\n")
    assert [(each.line, each.column, each.text, each.alone) for each in file.comments] == [
        (1, 1, "# one", True),
        (2, 7, "// two", False),
        (3, 5, "# three", False),
        (5, 1, "/* four\n */", True),
    ]
    assert isinstance(file.comments[0], Comment)


def test_says_on_which_line_a_block_ends() -> None:
    (block,) = parse('a "b" {\n  c = 1\n}\n').body.blocks
    assert (block.type, block.labels, block.line, block.last_line) == ("a", ("b",), 1, 3)
