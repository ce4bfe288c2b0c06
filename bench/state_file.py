"""Writes an estate as Terraform writes a state (version 4): indented by two, resource by resource."""

from __future__ import annotations

import json
from itertools import groupby
from textwrap import indent
from typing import TYPE_CHECKING, Final

from bench.modules import Instance, Module, walk
from bench.plan_file import PROVIDER, VERSION
from bench.shapes import Values, sensitive_paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from bench.estate import Estate

_HEAD: Final = """{{
  "version": 4,
  "terraform_version": "{version}",
  "serial": 29,
  "lineage": "c512c6ff-8854-4f1b-811f-0cd650e0dcf4",
  "outputs": {{
    "release_token": {{
      "value": "dapi0123456789abcdef0123456789abcdef",
      "type": "string",
      "sensitive": true
    }}
  }},
  "resources": ["""
_TAIL: Final = """
  ],
  "check_results": null
}
"""


def write_state(estate: Estate, file: Path) -> None:
    """Writes the state of a settled estate."""
    with file.open("w", encoding="utf-8", newline="") as whole:
        whole.write(_HEAD.format(version=VERSION))
        for number, resource in enumerate(_resources(estate)):
            text = json.dumps(resource, indent=2, ensure_ascii=False)
            whole.write(",\n" if number else "\n")
            whole.write(indent(text, "    "))
        whole.write(_TAIL)


def _resources(estate: Estate) -> Iterator[Values]:
    for module in _modules(estate):
        found = sorted(module.instances, key=lambda one: (one.mode, one.type, one.name))
        for _, group in groupby(found, key=lambda one: (one.mode, one.type, one.name)):
            yield _resource(module, list(group))


def _modules(estate: Estate) -> Iterator[Module]:
    yield estate.root
    for call in estate.calls():
        for module in call.instances:
            yield from walk(module)


def _resource(module: Module, instances: list[Instance]) -> Values:
    first = instances[0]
    return {
        **({"module": module.address} if module.address else {}),
        "mode": first.mode,
        "type": first.type,
        "name": first.name,
        "provider": f'provider["{PROVIDER}"]',
        "instances": [_instance(instance) for instance in instances],
    }


def _instance(instance: Instance) -> Values:
    attributes = instance.after or {}
    return {
        **({} if instance.index is None else {"index_key": instance.index}),
        "schema_version": instance.shape.version,
        "attributes": attributes,
        "sensitive_attributes": sensitive_paths(instance.shape, attributes),
        "identity_schema_version": 0,
        **({"dependencies": list(instance.depends_on)} if instance.depends_on else {}),
    }
