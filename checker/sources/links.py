"""Resolves the references in a plan's configuration to the addresses that they mean.

A value that is unknown before apply still refers to something: `function =
databricks_registered_model.model.id` is unknown on create, and its link says that it is a model.
References go through module inputs (`var.x`) and module outputs (`module.m.x`). What a plan does
not record, such as the expression of a local value, gives no link.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from checker.sources import arguments
from checker.sources.paths import attribute_path, quoted, unquoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ModulePath = tuple[str, ...]  # names of module calls, outermost first, without indexes
ModuleSteps = tuple[str, ...]  # the same with indexes, as in an address

_KEY = r'(?:\[(?:(?P<number>[0-9]+)|"(?P<text>(?:[^"\\]|\\.)*)")\])?'
_RESOURCE = re.compile(rf"(?P<name>(?:data\.)?[^.\[]+\.[^.\[]+){_KEY}")
_MODULE_OUTPUT = re.compile(rf"module\.(?P<name>[^.\[]+){_KEY}\.(?P<output>[^.\[]+)")
_NO_RESOURCE = frozenset({"var", "local", "module", "each", "count", "path", "terraform", "self"})
_PER_INSTANCE = re.compile(r"(?:each|count)\.")
_MOST_ADDRESSES = 64  # a reference to more instances than this says nothing about any one of them
_DEEPEST = 100  # module inputs and outputs that one reference is followed through; JSON nests less deeply


class Place(Struct, frozen=True, kw_only=True):
    """Where an instance stands: the module with its indexes, type.name (or data.type.name), its own index."""

    module: ModuleSteps
    resource: str
    index: str | int | None = None  # None: neither count nor for_each


class Reference(Struct, frozen=True, kw_only=True):
    """A resource that an expression refers to, in its module, before instances are told apart."""

    module: ModulePath
    resource: str  # type.name, or data.type.name
    index: str | int | None = None  # None: no literal index
    module_keys: tuple[tuple[int, str], ...] = ()  # steps of the module path that have a literal index


class _Instance(Struct, frozen=True):
    place: Place
    address: str


class _Expression(Struct, frozen=True):
    path: tuple[str | int, ...]
    references: tuple[Reference, ...]  # what those that are written mean
    is_per_instance: bool = False  # each.key, each.value or count.index is in it


class _Module(Struct):
    path: ModulePath
    tree: dict[str, Any]
    parent: _Module | None
    call: dict[str, Any]
    children: dict[str, _Module] = {}


class Configuration(Struct):
    """The `configuration` of a plan, as far as links, providers and sensitive variables need it."""

    root: _Module
    providers: dict[str, dict[str, Any]]
    _resources: dict[tuple[ModulePath, str], tuple[_Module, dict[str, Any]]] = {}
    _followed: dict[tuple[ModulePath, str], tuple[Reference, ...]] = {}
    _expressions: dict[tuple[ModulePath, str], list[_Expression]] = {}

    @classmethod
    def of(cls, tree: Any) -> Configuration:
        """Index a decoded `configuration`; whatever has not the expected form gives no links."""
        tree = tree if isinstance(tree, dict) else {}
        configuration = cls(_Module((), _mapping(tree.get("root_module")), None, {}), _providers(tree))
        configuration._index(configuration.root)
        return configuration

    @property
    def secret_variables(self) -> list[tuple[str, dict[str, Any]]]:
        """Name and declaration of the root module's sensitive and ephemeral variables."""
        return list(_secret(self.root))

    @property
    def secret_constants(self) -> list[Any]:
        """What is written in clear for, or as default of, sensitive variables of modules."""
        found: list[Any] = []
        waiting = list(self.root.children.values())
        while waiting:
            module = waiting.pop()
            waiting.extend(module.children.values())
            for name, declared in _secret(module):
                given = _mapping(_mapping(module.call.get("expressions")).get(name))
                found += (declared.get("default"), given.get("constant_value"))
        return found

    def expressions_of(self, module: ModulePath, resource: str) -> list[_Expression]:
        """The expressions of a resource that refer to resources; the same for all of its instances."""
        key = (module, resource)
        if key not in self._expressions:
            owner, tree = self._resources.get(key, (self.root, {}))
            self._expressions[key] = [
                _Expression(path, references, is_per_instance=any(map(_PER_INSTANCE.match, written)))
                for path, written in _written(_mapping(tree.get("expressions")))
                if (references := self._references_of(owner, tree, written))
            ]
        return self._expressions[key]

    def _references_of(self, owner: _Module, tree: dict[str, Any], written: list[str]) -> tuple[Reference, ...]:
        references: dict[Reference, None] = {}
        for name in written:
            if name == "each.value" or name.startswith(("each.value.", "each.value[")):
                for_each = _references(_mapping(tree.get("for_each_expression")))
                references |= dict.fromkeys(self._follow_all(owner, for_each, _DEEPEST))
            else:
                references |= dict.fromkeys(self._follow(owner, name, _DEEPEST))
        return tuple(references)

    def _follow_all(self, module: _Module, written: Iterable[str], depth: int) -> Iterator[Reference]:
        for name in written:
            yield from self._follow(module, name, depth)

    def _follow(self, module: _Module, written: str, depth: int) -> tuple[Reference, ...]:
        key = (module.path, written)
        if key not in self._followed:
            self._followed[key] = ()  # a reference to itself, which only a broken plan has, ends here
            self._followed[key] = tuple(self._resolve(module, written, depth))
        return self._followed[key]

    def _resolve(self, module: _Module, written: str, depth: int) -> Iterator[Reference]:
        head, _, rest = written.partition(".")
        if depth == 0:
            return
        if head == "var" and module.parent is not None:
            expression = _mapping(_mapping(module.call.get("expressions")).get(_first(rest)))
            yield from self._follow_all(module.parent, _references(expression), depth - 1)
        elif head == "module":
            yield from self._resolve_output(module, written, depth)
        elif head not in _NO_RESOURCE and (match := _RESOURCE.match(written)):
            yield Reference(module=module.path, resource=match["name"], index=_literal_key(match))

    def _resolve_output(self, module: _Module, written: str, depth: int) -> Iterator[Reference]:
        match = _MODULE_OUTPUT.match(written)
        child = module.children.get(match["name"]) if match else None
        if match is None or child is None:
            return
        declared = _mapping(_mapping(child.tree.get("outputs")).get(match["output"]))
        key = _literal_key(match)
        for reference in self._follow_all(child, _references(_mapping(declared.get("expression"))), depth - 1):
            if key is None:
                yield reference
            else:
                step = (len(module.path), _suffix(key))
                yield replace(reference, module_keys=(step, *reference.module_keys))

    def _index(self, root: _Module) -> None:
        waiting = [root]
        while waiting:
            module = waiting.pop()
            for tree in _list(module.tree.get("resources")):
                address = _mapping(tree).get("address")
                if isinstance(address, str):
                    self._resources[module.path, address] = (module, tree)
            for name, written in _mapping(module.tree.get("module_calls")).items():
                call = _mapping(written)
                child = _Module((*module.path, name), _mapping(call.get("module")), module, call)
                module.children[name] = child
                waiting.append(child)


class Instances(Struct):
    """The instances in a document, for telling which of them a reference means."""

    _everywhere: defaultdict[tuple[ModulePath, str], list[_Instance]] = field(default_factory=lambda: defaultdict(list))
    _in_module: defaultdict[tuple[ModuleSteps, str], list[_Instance]] = field(default_factory=lambda: defaultdict(list))
    _exact: dict[tuple[ModuleSteps, str, str | int | None], _Instance] = {}

    def add(self, place: Place, address: str) -> None:
        """Note an instance."""
        instance = _Instance(place, address)
        self._everywhere[module_path(place.module), place.resource].append(instance)
        self._in_module[place.module, place.resource].append(instance)
        self._exact[place.module, place.resource, place.index] = instance

    def meant_by(self, reference: Reference, place: Place, *, each: bool) -> list[str]:
        """The addresses that a reference means when it is written in the instance at `place`.

        With `each`, the expression picks by the instance's own key, so the instance of the same
        key is meant wherever there is one.
        """
        path = module_path(place.module)
        if reference.module == path[: len(reference.module)]:  # the same module, or one around it
            holder = place.module[: len(reference.module)]
            wanted = place.index if each and reference.index is None else reference.index
            exact = self._exact.get((holder, reference.resource, wanted))
            near = [exact] if exact else self._in_module.get((holder, reference.resource), [])
        else:
            near = self._inside(reference, place, path, each=each)
        if reference.index is not None:
            near = [instance for instance in near if instance.place.index == reference.index]
        return [instance.address for instance in near] if len(near) <= _MOST_ADDRESSES else []

    def _inside(self, reference: Reference, place: Place, path: ModulePath, *, each: bool) -> list[_Instance]:
        """The instances in a module below, or beside, the one that refers to them."""
        candidates = self._everywhere.get((reference.module, reference.resource), [])
        shared = _shared(reference.module, path)
        near = [instance for instance in candidates if instance.place.module[:shared] == place.module[:shared]]
        for step, suffix in reference.module_keys:
            near = [instance for instance in near if instance.place.module[step].endswith(suffix)]
        if not each or place.index is None or reference.module_keys:
            return near
        own = _suffix(place.index)
        return [instance for instance in near if instance.place.module[-1].endswith(own)] or near


def links_of(
    configuration: Configuration, instances: Instances, place: Place, values: dict[str, Any]
) -> dict[str, list[str]]:
    """Attribute path → addresses, for one instance; `values` tells sets of blocks apart."""
    path = module_path(place.module)
    links: dict[str, list[str]] = {}
    for expression in configuration.expressions_of(path, place.resource):
        found: dict[str, None] = {}
        for reference in expression.references:
            found |= dict.fromkeys(instances.meant_by(reference, place, each=expression.is_per_instance))
        if found and (aligned := _aligned(expression.path, configuration, path, place.resource, values)):
            links[attribute_path(aligned)] = list(found)
    return links


@lru_cache(maxsize=4096)
def module_path(steps: ModuleSteps) -> ModulePath:
    """`('module.lake["ops"]', "module.inner[0]")` without indexes: `("lake", "inner")`."""
    return tuple(step.removeprefix("module.").partition("[")[0] for step in steps)


def _aligned(
    place: tuple[str | int, ...], configuration: Configuration, path: ModulePath, resource: str, values: Any
) -> tuple[str | int, ...]:
    """`place` with the indexes that the blocks have in `values`; () where they cannot be told apart.

    Blocks of a set are written in one order and planned in another, so a block is recognised by
    its constant attributes.
    """
    if not any(isinstance(step, int) for step in place):
        return place
    _, tree = configuration._resources[path, resource]  # noqa: SLF001 - same file, same concern
    written: Any = _mapping(tree.get("expressions"))
    aligned: list[str | int] = []
    for step in place:
        blocks, written = written, _child(written, step)
        if isinstance(step, int) and isinstance(values, list):
            matching = [i for i, block in enumerate(values) if _same_constants(written, block)]
            if step in matching and len(values) == len(blocks):
                chosen = step if len(matching) in (1, len(values)) else None
            else:
                chosen = matching[0] if len(matching) == 1 else None
            if chosen is None:
                return ()
            aligned.append(chosen)
            values = values[chosen]
        else:
            aligned.append(step)
            values = _child(values, step)
    return tuple(aligned)


def _same_constants(written: Any, block: Any) -> bool:
    if not isinstance(written, dict) or not isinstance(block, dict):
        return False
    return all(
        block.get(name) == expression["constant_value"]
        for name, expression in written.items()
        if isinstance(expression, dict) and "constant_value" in expression
    )


def _written(tree: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], list[str]]]:
    """The paths of the expressions that refer to something, and the references as they are written."""
    if isinstance(tree, list):
        for index, item in enumerate(tree):
            yield from _written(item, (*path, index))
    elif isinstance(tree, dict):
        if "references" in tree and (references := _references(tree)):
            yield path, references
        elif "constant_value" not in tree:
            for name, item in tree.items():
                if isinstance(item, (dict, list)):
                    yield from _written(item, (*path, name))


def _references(expression: dict[str, Any]) -> list[str]:
    """The references of an expression, each once.

    Terraform lists `x.y["a"].id`, `x.y["a"]` and `x.y` for the first of them alone: what only
    shortens the one before it would widen the reference to all instances.
    """
    kept: list[str] = []
    last = ""
    for name in _list(expression.get("references")):
        if isinstance(name, str):
            if not last.startswith((f"{name}.", f"{name}[")):
                kept.append(name)
            last = name
    return kept


def _literal_key(match: re.Match[str]) -> str | int | None:
    if match["number"] is not None:
        return int(match["number"])
    return None if match["text"] is None else unquoted(match["text"])


def _suffix(key: str | int) -> str:
    return f"[{key}]" if isinstance(key, int) else f"[{quoted(key)}]"


def _secret(module: _Module) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, declared in _mapping(module.tree.get("variables")).items():
        if _mapping(declared).get("sensitive") is True or _mapping(declared).get("ephemeral") is True:
            yield name, declared


def _providers(tree: dict[str, Any]) -> dict[str, dict[str, Any]]:
    providers: dict[str, dict[str, Any]] = {}
    for key, written in _mapping(tree.get("provider_config")).items():
        config = _mapping(written)
        provider = {
            name: config[source]
            for name, source in (
                ("name", "name"),
                ("full_name", "full_name"),
                ("version_constraint", "version_constraint"),
                ("module", "module_address"),
            )
            if isinstance(config.get(source), str)
        }
        expressions = _mapping(config.get("expressions"))
        if written_as := arguments.of_plan(expressions):
            provider["arguments"] = written_as
        auth_type = _mapping(expressions.get("auth_type")).get("constant_value")
        if isinstance(auth_type, str):
            provider["auth_type"] = auth_type
        providers[key] = {"name": key} | provider
    return providers


def _shared(one: ModulePath, other: ModulePath) -> int:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared


def _first(name: str) -> str:
    return re.split(r"[.\[]", name, maxsplit=1)[0]


def _child(tree: Any, step: str | int) -> Any:
    if isinstance(tree, dict):
        return tree.get(str(step))
    if isinstance(tree, list) and isinstance(step, int) and step < len(tree):
        return tree[step]
    return None


def _mapping(tree: Any) -> dict[str, Any]:
    return tree if isinstance(tree, dict) else {}


def _list(tree: Any) -> list[Any]:
    return tree if isinstance(tree, list) else []
