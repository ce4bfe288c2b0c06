"""Writes attribute paths and module addresses the way Terraform does."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_ESCAPE = re.compile(r'\\[nrt"\\]|\\u[0-9a-fA-F]{4}')
_UNESCAPED = {"\\n": "\n", "\\r": "\r", "\\t": "\t", '\\"': '"', "\\\\": "\\"}
_NAME = re.compile(r"^[A-Za-z_][A-Za-z0-9_-]*$")
_INDEX = re.compile(r'\[(?:[0-9]+|"(?:[^"\\]|\\.)*")\]')
_STEP = re.compile(r'\.?([^.\[\]"]+)|\[([0-9]+)\]|\["((?:[^"\\]|\\.)*)"\]')
_MODULE_STEP = re.compile(r'module\.[^.\[]+(?:\[(?:[0-9]+|"(?:[^"\\]|\\.)*")\])?')


def attribute_path(steps: Iterable[str | int]) -> str:
    """`("task", 0, "spark_conf", "a.b")` is `task[0].spark_conf["a.b"]`."""
    path = ""
    for step in steps:
        if isinstance(step, int):
            path += f"[{step}]"
        elif _NAME.match(step):
            path += f".{step}" if path else step
        else:
            path += f"[{quoted(step)}]"
    return path


def steps_of(path: str) -> tuple[str | int, ...]:
    """The steps of which `attribute_path` made this path; () where it is none."""
    found: list[str | int] = []
    position = 0
    while position < len(path):
        step = _STEP.match(path, position)
        if step is None:
            return ()
        name, index, key = step.groups()
        found.append(int(index) if index else unquoted(key) if key is not None else name)
        position = step.end()
    return tuple(found)


def without_indexes(address: str) -> str:
    """The address as the configuration has it: `module.a["x"].t.n[0]` is `module.a.t.n`."""
    return _INDEX.sub("", address)


def quoted(key: str) -> str:
    """A map or for_each key as Terraform quotes it in an address."""
    escaped = (
        key.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    )
    return f'"{escaped.replace("${", "$${").replace("%{", "%%{")}"'


def unquoted(text: str) -> str:
    """The key that Terraform quotes as `text`, which comes without its quotation marks."""
    text = text.replace("$${", "${").replace("%%{", "%{")
    return _ESCAPE.sub(lambda escape: _UNESCAPED.get(escape[0]) or chr(int(escape[0].removeprefix("\\u"), 16)), text)


@lru_cache(maxsize=4096)  # resources of one module mostly stand together
def module_steps(module_address: str) -> tuple[str, ...]:
    """`module.lake["ops"].module.inner[0]` in its steps, outermost first; () for the root module."""
    return tuple(_MODULE_STEP.findall(module_address))
