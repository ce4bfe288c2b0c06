"""The functions that read files: only those that lie in the configuration that is looked at."""

from __future__ import annotations

import base64
import hashlib
import posixpath
from typing import TYPE_CHECKING

from checker.hcl import HclError
from checker.hcl.parsing import parse_template
from checker.hcl.templates import assemble
from checker.terraform.conversions import as_text
from checker.terraform.errors import EvaluationError
from checker.terraform.functions.signature import Function, Plain, Raw, UnsureError
from checker.terraform.scope import Scope
from checker.terraform.types import BOOL, STRING, set_of
from checker.terraform.values import NO_MARKS, Value, boolean, deep_marks, set_value, string, unknown

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from checker.terraform.functions.signature import Context

_LARGEST = 1 << 20  # bytes
_MOST_FILES = 10_000


def _path(name: str, context: Context) -> Path:
    """The file that a name means; relative ones from where Terraform runs, which is the root module.

    What lies outside of the folders that are looked at may be anything of the machine, secrets too.
    """
    root = context.module.root_folder
    path = (root / name).resolve()
    inside = (root.resolve(), context.module.folder.resolve())
    if not any(path.is_relative_to(folder) for folder in inside):
        raise UnsureError
    return path


def _bytes(name: str, context: Context) -> bytes:
    path = _path(name, context)
    try:
        if not path.is_file():
            raise EvaluationError(f"there is no file {name}")
        if path.stat().st_size > _LARGEST:
            raise UnsureError
        return path.read_bytes()
    except OSError as error:
        raise UnsureError from error


def _text(name: str, context: Context) -> str:
    try:
        return _bytes(name, context).decode()
    except UnicodeDecodeError as error:
        raise EvaluationError(f"{name} is no UTF-8 text", None, "filebase64 reads any file") from error


def _of_file(run: Callable[[str, Context], Value], returns: str = "string") -> Raw:
    """A function of one file name."""

    def apply(arguments: list[Value], context: Context) -> Value:
        name = as_text(arguments[0])
        if name.data is None:
            raise EvaluationError(f"an argument of {context.node.name} is null")
        if not name.is_known:
            return unknown(BOOL if returns == "bool" else STRING, name.marks)
        return run(name.data, context).marked(name.marks)

    return Raw(apply, 1)


def _hash(name: str, write: Callable[[bytes], str]) -> Function:
    return _of_file(lambda file, context: string(write(hashlib.new(name, _bytes(file, context)).digest())))


def _fileexists(name: str, context: Context) -> Value:
    try:
        path = _path(name, context)
        if path.is_dir():
            raise EvaluationError(f"{name} is a folder")
        return boolean(path.is_file())
    except OSError as error:
        raise UnsureError from error


def _fileset(arguments: list[Value], context: Context) -> Value:
    folder, pattern = (as_text(argument) for argument in arguments)
    if not (folder.is_known and pattern.is_known) or folder.data is None or pattern.data is None:
        return unknown(set_of(STRING), folder.marks | pattern.marks)
    if any(sign in pattern.data for sign in "[{\\") or pattern.data.startswith(("/", "..")):
        raise UnsureError
    start = _path(folder.data, context)
    found: list[Value] = []
    for path in start.glob(pattern.data):
        if len(found) >= _MOST_FILES:
            raise UnsureError
        if path.is_file():
            found.append(string(path.relative_to(start).as_posix()))
    return set_value(STRING, found, folder.marks | pattern.marks)


def _template(text: str, variables: Value, context: Context, place: str) -> Value:
    if variables.data is None or type(variables.data) is not dict:
        if not variables.is_known:
            return unknown(STRING, variables.marks)
        raise EvaluationError("the variables of a template are a map or an object")
    try:
        tree = assemble(parse_template(text, 1, 1), 1, 1)
    except HclError as error:
        raise EvaluationError(f"{place}, line {error.line}: {error.message}") from error
    scope = Scope(_Template(context), dict(variables.data))
    try:
        value = context.evaluate(tree, scope)
    except EvaluationError as error:
        line = f", line {error.node.line}" if error.node else ""
        raise EvaluationError(f"{place}{line}: {error.message}", context.node, error.hint) from error
    return value.marked(variables.marks)


class _Template:
    """A template sees the variables that it is given, and nothing else."""

    def __init__(self, context: Context) -> None:
        self.budget = context.module.budget
        self.folder = context.module.folder
        self.root_folder = context.module.root_folder

    def name(self, name: str) -> Value:
        raise EvaluationError(f"the template is given no {name}")


def _templatefile(arguments: list[Value], context: Context) -> Value:
    name, variables = as_text(arguments[0]), arguments[1]
    if not name.is_known:
        return unknown(STRING, NO_MARKS.union(*map(deep_marks, arguments)))
    return _template(_text(str(name.data), context), variables, context, str(name.data)).marked(name.marks)


def _templatestring(arguments: list[Value], context: Context) -> Value:
    text, variables = as_text(arguments[0]), arguments[1]
    if not text.is_known:
        return unknown(STRING, NO_MARKS.union(*map(deep_marks, arguments)))
    return _template(str(text.data), variables, context, "the template").marked(text.marks)


def _unsure(*_: object) -> str:
    raise UnsureError


def _dirname(path: str) -> str:
    return posixpath.normpath(posixpath.dirname(path) or ".") if path else "."


def _basename(path: str) -> str:
    return posixpath.basename(path.rstrip("/")) or ("/" if path else ".")


FUNCTIONS: dict[str, Function] = {
    "abspath": Plain(_unsure, STRING, (STRING,)),  # differs between machines
    "basename": Plain(_basename, STRING, (STRING,)),
    "dirname": Plain(_dirname, STRING, (STRING,)),
    "file": _of_file(lambda name, context: string(_text(name, context))),
    "filebase64": _of_file(lambda name, context: string(base64.b64encode(_bytes(name, context)).decode())),
    "filebase64sha256": _hash("sha256", lambda digest: base64.b64encode(digest).decode()),
    "filebase64sha512": _hash("sha512", lambda digest: base64.b64encode(digest).decode()),
    "fileexists": _of_file(_fileexists, "bool"),
    "filemd5": _hash("md5", bytes.hex),
    "fileset": Raw(_fileset, 2),
    "filesha1": _hash("sha1", bytes.hex),
    "filesha256": _hash("sha256", bytes.hex),
    "filesha512": _hash("sha512", bytes.hex),
    "pathexpand": Plain(lambda path: path if not path.startswith("~") else _unsure(), STRING, (STRING,)),
    "templatefile": Raw(_templatefile, 2),
    "templatestring": Raw(_templatestring, 2),
}
