"""Reads the blocks that say what becomes of objects which are there: moved, removed, import."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from checker.hcl.tree import Attr, Index, Literal, Name
from checker.terraform.addresses import suffix
from checker.terraform.errors import EvaluationError
from checker.terraform.evaluation import evaluate
from checker.terraform.expansion import expand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.hcl.tree import Expression
    from checker.terraform.declarations import Declared
    from checker.terraform.module import Module
    from checker.terraform.scope import Scope


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A resource that is no longer managed; which instances it has only the state says."""

    module: str  # its address; "": the root module
    type: str
    name: str
    is_destroyed: bool  # else Terraform only forgets it
    file: str
    line: int
    column: int

    @property
    def address(self) -> str:
        """Its address, without keys."""
        return ".".join(part for part in (self.module, self.type, self.name) if part)


def imports(root: Module) -> dict[str, str]:
    """Address → the id under which it is imported, "" while that is not known; only the root module imports."""
    found = {}
    for declared in root.declared.others_of("import"):
        trying = root.trying(declared.file)
        to, id_ = declared.body.attribute("to"), declared.body.attribute("id")
        if to is None:
            trying.note("an import says what it imports to", declared.block)
            continue
        if not _is_declared(root, path := _names(to.expression)):
            hint = "declare it, or remove the block"
            trying.note(f"the import's target {'.'.join(path)} is not declared in the configuration", to, hint)
            continue
        for instance in expand(declared.body, root.scope, trying).each:
            scope = root.scope.with_names(**instance.names) if instance.names else root.scope
            value = trying.evaluate(id_.expression, scope) if id_ else None
            if (address := _address(to.expression, scope)) is not None:
                found[address] = value.data if value is not None and isinstance(value.data, str) else ""
    return found


def removed(module: Module) -> Iterator[Removed]:
    """The resources that `removed` blocks of a module name; of a whole module nobody knows what was in it."""
    for declared in module.declared.others_of("removed"):
        path = _still_declared(module, declared, "removed")
        if path is None or path[-2:-1] in ([], ["module"]):
            continue
        lifecycle = declared.body.blocks_of("lifecycle")
        destroy = lifecycle[0].body.attribute("destroy") if lifecycle else None
        yield Removed(
            module=".".join(part for part in (module.address, *path[:-2]) if part),
            type=path[-2],
            name=path[-1],
            is_destroyed=getattr(destroy.expression, "value", True) is not False if destroy else True,
            file=declared.file,
            line=declared.block.line,
            column=declared.block.column,
        )


def note_moves(module: Module) -> None:
    """Note what was moved away and is there still; what moved has its new address, and only a state knows the old."""
    for declared in module.declared.others_of("moved"):
        from_, to = (declared.body.attribute(name) for name in ("from", "to"))
        has_keys = any(isinstance(each.expression, Index) for each in (from_, to) if each)
        same = from_ is not None and to is not None and _names(from_.expression) == _names(to.expression)
        if not has_keys and not same:
            _still_declared(module, declared, "moved")


def _still_declared(module: Module, declared: Declared, what: str) -> list[str] | None:
    """The names of `from`; None, and noted, where it is missing, or is declared although it is not to be."""
    from_, trying = declared.body.attribute("from"), module.trying(declared.file)
    if from_ is None:
        trying.note(f"a {what} block says from where", declared.block)
        return None
    path = _names(from_.expression)
    if path and _is_declared(module, path) and len(path) == 2:  # noqa: PLR2004 - of this module itself
        hint = "remove either the block or the resource"
        trying.note(f"{'.'.join(path)} is {what}, and still declared", from_, hint)
        return None
    return path or None


def _is_declared(module: Module, path: list[str]) -> bool:
    """Whether a resource or module call is there; of one in a module that is called, only the call is looked for."""
    if path[:1] == ["module"]:
        return (path[1],) in module.declared.of("module") if len(path) > 1 else False
    return tuple(path) in module.declared.of("resource") or not module.declared.is_whole


def _names(node: Expression) -> list[str]:
    """The names of a reference without its keys."""
    if isinstance(node, Name):
        return [node.name]
    if isinstance(node, Attr):
        return [*_names(node.of), node.name]
    if isinstance(node, Index):
        return _names(node.of)
    if isinstance(node, Literal) and isinstance(node.value, str):
        return node.value.split(".")
    return []


def _address(node: Expression, scope: Scope) -> str | None:
    """The address that a reference names; None where its keys are not known."""
    if isinstance(node, Name):
        return node.name
    if isinstance(node, Literal):
        return node.value if isinstance(node.value, str) else None
    base = _address(node.of, scope) if isinstance(node, (Attr, Index)) else None
    if base is None:
        return None
    if isinstance(node, Attr):
        return f"{base}.{node.name}"
    assert isinstance(node, Index)
    try:
        key = evaluate(node.key, scope)
    except EvaluationError:
        return None
    return f"{base}{suffix(key.data)}" if isinstance(key.data, (str, int)) else None
