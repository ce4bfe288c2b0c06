"""Reads the blocks of a configuration that say which provider and backend are used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.hcl.tree import Literal, Number
from checker.sources.arguments import of_constant
from checker.terraform.configuration import full_name, required_providers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.hcl.tree import Body, Expression
    from checker.sources.arguments import How
    from checker.terraform.configuration import Evaluation
    from checker.terraform.module import Module

_OF_TERRAFORM = ("alias", "version")  # arguments of a provider block that the provider never sees


def backend(blocks: Iterable[Body]) -> dict[str, Any]:
    """What the last of these `terraform` blocks says of the backend; {} where none does."""
    found: dict[str, Any] = {}
    for block in blocks:
        for inner in block.blocks_of("backend"):
            found = {"backend": inner.labels[0], "backend_arguments": _arguments(inner.body) or None}
        if block.blocks_of("cloud"):
            found = {"backend": "cloud"}
    return found


def providers(evaluation: Evaluation) -> dict[str, dict[str, Any]]:
    """The providers that modules require or configure, by the keys that a plan has for them."""
    return {key: entry for module in evaluation.modules() for key, entry in _of_module(module)}


def _of_module(module: Module) -> Iterator[tuple[str, dict[str, Any]]]:
    prefix = f"{module.address}:" if module.address else ""
    required = required_providers(module)
    configured: dict[str, dict[str, Any]] = {name: {} for name in required}
    for declared in module.declared.others_of("provider"):
        entry = configured.setdefault(_key(declared.block.labels[0], declared.body), {})
        entry |= _configuration(declared.body, entry.get("arguments", {}))
    for key, entry in configured.items():
        name = key.partition(".")[0]
        version = required.get(name, {}).get("version")
        said: dict[str, Any] = {"name": name, "full_name": full_name(name, required.get(name, {}).get("source"))}
        if isinstance(version, str):
            said["version_constraint"] = version
        if module.address:
            said["module"] = module.address
        yield f"{prefix}{key}", said | entry


def _key(name: str, body: Body) -> str:
    alias = _literal(body, "alias")
    return f"{name}.{alias}" if alias else name


def _configuration(body: Body, before: dict[str, How]) -> dict[str, Any]:
    """What a provider block says, over what one that it overrides said."""
    arguments = before | _arguments(body)
    auth_type = _literal(body, "auth_type")
    return ({"arguments": arguments} if arguments else {}) | ({"auth_type": auth_type} if auth_type else {})


def _arguments(body: Body) -> dict[str, How]:
    written = {each.name: _how(each.expression) for each in body.attributes if each.name not in _OF_TERRAFORM}
    return {name: how for name, how in written.items() if how is not None}


def _how(node: Expression) -> How | None:
    if isinstance(node, Number):
        return "literal"
    return of_constant(node.value) if isinstance(node, Literal) else "expression"


def _literal(body: Body, name: str) -> str | None:
    written = body.attribute(name)
    node = written.expression if written else None
    return node.value if isinstance(node, Literal) and isinstance(node.value, str) else None
