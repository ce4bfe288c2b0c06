"""How GitHub's runner and Azure's agent read a log, as their sources have it.

GitHub: https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
Azure: https://github.com/microsoft/azure-pipelines-agent/blob/master/src/Agent.Sdk/CommandStringConvertor.cs
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str] = field(default_factory=dict)
    data: str = ""


_GITHUB = re.compile(r"\s*::([^ :]+)(?: (.*?))?::(.*)")
_OLD_GITHUB = re.compile(r"##\[([^ \]]+)( [^\]]*)?\](.*)")
_AZURE = re.compile(r"##vso\[([^ \]]+)(?: ([^\]]*))?\](.*)")


def _unescaped(text: str, table: dict[str, str]) -> str:
    for escaped, char in table.items():
        text = text.replace(escaped, char)
    return text


_DATA = {"%0D": "\r", "%0A": "\n"}


def github_commands(log: str) -> list[Command]:
    """What the runner obeys; it takes every line end that .NET knows."""
    found = []
    for line in re.split(r"\r\n|\n|\r", log):
        match = _GITHUB.fullmatch(line)
        if match:
            pairs = (pair.partition("=") for pair in (match[2] or "").split(",") if pair)
            table = _DATA | {"%3A": ":", "%2C": ",", "%25": "%"}
            properties = {name: _unescaped(value, table) for name, _, value in pairs}
            found.append(Command(match[1], properties, _unescaped(match[3], _DATA | {"%25": "%"})))
            continue
        found += [Command(old[1], {}, old[3]) for old in _OLD_GITHUB.finditer(line)]
    return found


def azure_commands(log: str) -> list[Command]:
    """What the agent obeys, wherever in a line it stands."""
    found = []
    for line in re.split(r"\r\n|\n|\r", log):
        match = _AZURE.search(line)
        if match:
            pairs = (pair.partition("=") for pair in (match[2] or "").split(";") if pair)
            table = _DATA | {"%3B": ";", "%5D": "]", "%AZP25": "%"}
            properties = {name: _unescaped(value, table) for name, _, value in pairs}
            found.append(Command(match[1], properties, _unescaped(match[3], _DATA | {"%AZP25": "%"})))
    return found
