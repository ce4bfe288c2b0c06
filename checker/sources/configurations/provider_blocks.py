"""Reads the blocks of a configuration that say which provider and backend are used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from checker.hcl.tree import Literal, Number, Object
from checker.sources.arguments import of_constant
from checker.terraform.addresses import without_keys
from checker.terraform.configuration import full_name, local_provider, required_providers, traversal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from checker.hcl.tree import Body, Expression
    from checker.sources.arguments import How
    from checker.terraform.configuration import Evaluation
    from checker.terraform.declarations import Declared
    from checker.terraform.frame import Frame
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
    """The providers that modules require or configure, by the keys that a plan has for them.

    What a module is passed by its caller, or has from it without saying so, is the caller's, and not named again.
    """
    found: dict[str, dict[str, Any]] = {}
    met: dict[str, str] = {}  # key → full name, also of those that are the caller's
    for module in evaluation.modules():  # the callers first
        for key, entry in _of_module(module):
            if not _is_callers(key, entry, module, met):
                found[_whole(module, key)] = entry
            met[_whole(module, key)] = entry["full_name"]
    return found


def _whole(module: Frame, key: str) -> str:
    return f"{without_keys(module.address)}:{key}" if module.address else key


def _is_callers(key: str, entry: Mapping[str, Any], module: Module, met: Mapping[str, str]) -> bool:
    """Whether a provider of a module is one that its caller has configured."""
    if module.parent is None or any(_key_of(each) == key for each in module.declared.others_of("provider")):
        return False
    call = without_keys(module.address).rpartition(".")[2]
    passed = module.parent.declared.of("module")[call,].body.attribute("providers")
    if passed is not None and isinstance(passed.expression, Object):
        return any(".".join(map(str, traversal(name))) == key for name, _ in passed.expression.items)
    return bool(met.get(_whole(module.parent, key)) == entry["full_name"])


def _of_module(module: Module) -> Iterator[tuple[str, dict[str, Any]]]:
    required = required_providers(module)
    implied = (local_provider(resource) for resource in module.resources())
    configured: dict[str, dict[str, Any]] = {name: {} for name in (*required, *implied)}
    for declared in module.declared.others_of("provider"):
        entry = configured.setdefault(_key_of(declared), {})
        entry |= _configuration(declared.body, entry.get("arguments", {}))
    for key, entry in configured.items():
        name = key.partition(".")[0]
        version = required.get(name, {}).get("version")
        said: dict[str, Any] = {"name": name, "full_name": full_name(name, required.get(name, {}).get("source"))}
        if isinstance(version, str):
            said["version_constraint"] = version
        if module.address:
            said["module"] = without_keys(module.address)
        yield key, said | entry


def _key_of(declared: Declared) -> str:
    name, alias = declared.block.labels[0], _literal(declared.body, "alias")
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
