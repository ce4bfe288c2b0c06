"""The functions that encode and decode."""

from __future__ import annotations

import base64
import binascii
import codecs
import csv
import io
import re
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from checker.terraform.errors import EvaluationError
from checker.terraform.functions import yamltext
from checker.terraform.functions.jsontext import decoded, encoded
from checker.terraform.functions.signature import Function, Plain, Raw, UnsureError
from checker.terraform.types import DYNAMIC, STRING, list_of
from checker.terraform.values import (
    NO_MARKS,
    Value,
    deep_marks,
    is_wholly_known,
    list_value,
    object_value,
    string,
    unknown,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.terraform.functions.signature import Context

_ENCODINGS = re.compile(r"(?i)(utf-?16(?:le|be)|utf-?8|us-ascii|iso-8859-\d+|windows-\d+)$")


def _base64decode(text: str) -> str:
    try:
        return base64.b64decode(text, validate=True).decode()
    except binascii.Error as error:
        raise EvaluationError("no base64") from error
    except UnicodeDecodeError as error:
        raise EvaluationError("what base64decode finds is no UTF-8 text") from error


def _codec(name: str) -> codecs.CodecInfo:
    if not _ENCODINGS.match(name):
        raise UnsureError
    return codecs.lookup(name)


def _textencodebase64(text: str, encoding: str) -> str:
    try:
        return base64.b64encode(_codec(encoding).encode(text)[0]).decode()
    except UnicodeEncodeError as error:
        raise EvaluationError(f"not all of the text can be written in {encoding}") from error


def _textdecodebase64(text: str, encoding: str) -> str:
    try:
        return str(_codec(encoding).decode(base64.b64decode(text, validate=True))[0])
    except (binascii.Error, UnicodeDecodeError) as error:
        raise EvaluationError(f"no base64 of text in {encoding}") from error


def _csvdecode(text: str) -> Value:
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline=""), strict=True) if row]
    except csv.Error as error:
        raise EvaluationError("no valid CSV") from error
    if not rows:
        raise EvaluationError("CSV without a header line")
    header, *lines = rows
    if len(set(header)) != len(header) or any(len(line) != len(header) for line in lines):
        raise EvaluationError("the lines of a CSV must all have the columns that the first one names")
    items = [object_value(dict(zip(header, map(string, line), strict=True))) for line in lines]
    return list_value(items[0].type if items else DYNAMIC, items)


def _encoding(write: Callable[[Value], str]) -> Raw:
    def run(arguments: list[Value], context: Context) -> Value:
        marks = NO_MARKS.union(*map(deep_marks, arguments))
        if not is_wholly_known(arguments[0]):
            return unknown(STRING, marks)
        try:
            text = write(arguments[0])
        except UnsureError:
            return unknown(STRING, marks)
        context.module.budget.spend_text(len(text), context.node)
        return string(text, marks)

    return Raw(run, 1)


FUNCTIONS: dict[str, Function] = {
    "base64decode": Plain(_base64decode, STRING, (STRING,)),
    "base64encode": Plain(lambda text: base64.b64encode(text.encode()).decode(), STRING, (STRING,)),
    "csvdecode": Plain(_csvdecode, list_of(DYNAMIC), (STRING,)),
    "jsondecode": Plain(decoded, DYNAMIC, (STRING,)),
    "jsonencode": _encoding(encoded),
    "textdecodebase64": Plain(_textdecodebase64, STRING, (STRING, STRING)),
    "textencodebase64": Plain(_textencodebase64, STRING, (STRING, STRING)),
    "urlencode": Plain(lambda text: quote_plus(text, safe=""), STRING, (STRING,)),
    "yamldecode": Plain(yamltext.decoded, DYNAMIC, (STRING,)),
    "yamlencode": _encoding(yamltext.encoded),
}
