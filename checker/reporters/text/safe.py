r"""How text from outside is shown without being obeyed.

Addresses, messages and file names come from files that anyone may have written. A control
character could move the cursor, a bidi override could turn an address around, and a workflow
command could set variables in the pipeline whose log it is printed to. Each is shown as an
escape such as `\x1b` instead.
"""

from __future__ import annotations

import re

# GitHub obeys `::set-env name=x::y` where a line begins with it, and `##[group]` anywhere;
# Azure `##vso[...]`, TeamCity `##teamcity[...]`. Digits of an IPv6 network such as ::a1 stay.
# https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
# https://learn.microsoft.com/azure/devops/pipelines/scripts/logging-commands
_COMMAND = re.compile(r"(?<=#)#(?=\w*\[)|(?<=:):(?=[a-f]*[g-z-])", re.IGNORECASE)


def safe(text: str) -> str:
    """Return it with everything escaped that a terminal or a log would act upon or hide."""
    if not text.isprintable():
        text = "".join(char if char.isprintable() else _escape(char) for char in text)
    if "##" in text or "::" in text:
        text = _COMMAND.sub(lambda match: f"\\x{ord(match[0]):02x}", text)
    return text


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
