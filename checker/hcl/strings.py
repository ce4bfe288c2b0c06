"""Reads what stands between quotation marks, and heredocs."""

from __future__ import annotations

import re

from checker.hcl.errors import HclError

_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.|$)", re.DOTALL)
_SIMPLE = {"n": "\n", "r": "\r", "t": "\t", '"': '"', "\\": "\\"}
_SURROGATES = range(0xD800, 0xE000)
_HEREDOC = re.compile(r"<<(-?)[^\r\n]+\r?\n")
_LARGEST = 0x10FFFF


def unescaped(text: str, line: int, column: int) -> str:
    """The text that a quoted literal means. Raises `HclError` for what Terraform refuses."""
    if "\n" in text:
        raise HclError("a quoted string goes over the end of its line", line, column, "use a heredoc, or \\n")
    if "\\" not in text:
        return text
    return _ESCAPE.sub(lambda match: _meant(match[1], line, column + match.start()), text)


def _meant(escape: str, line: int, column: int) -> str:
    if escape in _SIMPLE:
        return _SIMPLE[escape]
    if len(escape) > 1:
        code = int(escape[1:], 16)
        if code <= _LARGEST:
            return "\ufffd" if code in _SURROGATES else chr(code)
    hint = 'those are \\n, \\r, \\t, \\", \\\\, \\uNNNN and \\UNNNNNNNN'
    raise HclError(f"\\{escape} is no escape sequence", line, column, hint)


def heredoc(token: str) -> tuple[str, bool]:
    """The text of a heredoc with the end of its last line, and whether it is one whose indentation goes (`<<-`)."""
    head = _HEREDOC.match(token)
    assert head is not None, "the grammar has matched it"
    body = token[head.end() :].removesuffix("\n").removesuffix("\r")
    return body[: body.rfind("\n") + 1].replace("\r\n", "\n"), head[1] == "-"
