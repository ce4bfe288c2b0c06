"""Reads a root module of `.tf` files: what Terraform would plan of it, as far as it can be known before."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from checker import hcl
from checker.hcl.places import parts
from checker.hcl.tree import Literal
from checker.model import Location
from checker.sources.configurations import hcl_remarks
from checker.sources.configurations.modules import modules
from checker.sources.configurations.provider_blocks import backend, providers
from checker.sources.errors import MISSING_EXTRA, MissingExtraError, UnreadableError
from checker.sources.paths import attribute_path
from checker.sources.resource import Content as Seen
from checker.sources.resource import Identity, unknown_tree
from checker.sources.secret_names import may_name_secret
from checker.terraform import numbers
from checker.terraform.conditions import conditions
from checker.terraform.configuration import Evaluation
from checker.terraform.errors import EvaluationError
from checker.terraform.refactoring import imports, note_moves, removed
from checker.terraform.run import Run
from checker.terraform.schemas import schema_of
from checker.terraform.values import NULL, SENSITIVE, Value, deep_marks, members
from checker.terraform.variables import Given

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from checker.hcl.places import Written
    from checker.model import Problem
    from checker.settings import ConfigurationSettings
    from checker.sources.document import Draft
    from checker.terraform.bodies import Content
    from checker.terraform.conditions import Checked
    from checker.terraform.configuration import Evaluated
    from checker.terraform.refactoring import Removed
    from checker.terraform.schemas import BlockSchema

_TARGET_VARIABLES = ("target", "environment", "env")
_MOST_LINKS = 64  # as in plans: what means more instances than this says nothing about any one of them
_ACTIONS = {"managed": "create", "data": "read"}


def read(folder: str, draft: Draft, settings: ConfigurationSettings) -> None:
    """Fill `draft` from the root module in `folder`. Raises `UnreadableError`, `MissingExtraError`."""
    shown = folder.encode(errors="surrogateescape").decode(errors="replace").replace("\\", "/")
    root = Path(folder)
    cache = Path(settings.cache) if settings.cache else None
    run = Run(root=root, shown=shown, cache=cache, workspace=_workspace(root, settings))
    given = Given(environment=settings.environment, options=settings.variables)
    try:
        _fill(Evaluation(run, given), draft)
    except hcl.MissingExtraError as error:
        raise MissingExtraError(*MISSING_EXTRA) from error
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror}", "check its permissions") from error
    except RecursionError as error:
        raise UnreadableError("nested too deeply", "split its expressions into locals") from error


def _workspace(root: Path, settings: ConfigurationSettings) -> str | None:
    """The selected workspace, as `terraform workspace select` keeps it; never guessed."""
    if settings.workspace:
        return settings.workspace
    try:
        return (root / ".terraform/environment").read_text(encoding="utf-8").strip() or None
    except (OSError, UnicodeDecodeError):
        return None


def _fill(evaluation: Evaluation, draft: Draft) -> None:
    draft.set_facts(kind="configuration", **_terraform(evaluation))
    _remember_secrets(evaluation, draft)
    draft.suggest_target(_target(evaluation))
    resources = list(evaluation.resources())
    addresses = {each.address for each in resources}
    imported = imports(evaluation.root)
    for each in resources:
        _add(each, addresses, imported, draft)
    for module in evaluation.modules():
        note_moves(module)
        for gone in removed(module):
            _add_removed(gone, draft)
    for name, (value, is_sensitive) in evaluation.outputs().items():
        plain, unknown, _ = _parts(value)
        sensitive = is_sensitive or SENSITIVE in deep_marks(value)
        draft.add_output(name, plain, sensitive=sensitive, unknown=unknown is not False)
    draft.providers = providers(evaluation)
    draft.modules = modules(evaluation)
    for checked in conditions(evaluation.modules()):
        _add_check(checked, evaluation, draft)
    for name in evaluation.undeclared_variables():
        evaluation.run.notes.add(f"--var {name}: no such variable is declared", evaluation.run.shown)
    for file, tree in evaluation.run.files.items():
        if hcl_remarks.may_say(tree):
            draft.add_remarks(hcl_remarks.of_file(tree, file))
    draft.problems += map(_safe, evaluation.run.notes.problems)
    draft.notes += evaluation.run.remarks.problems


def _add_check(checked: Checked, evaluation: Evaluation, draft: Draft) -> None:
    """What Terraform refuses is a problem; of check blocks, which only warn, policies judge the result."""
    draft.add_check(checked.address, checked.kind, checked.status, checked.messages)
    for failure in checked.failures:
        evaluation.run.notes.add(draft.secrets.line(failure.message), failure.file, failure.node)


def _safe(problem: Problem) -> Problem:
    """Without the line of the file where a secret may stand on it: it would not have been read as one."""
    message, _, line = problem.message.partition("\n")
    if not line or not may_name_secret(line):
        return problem
    return replace(problem, message="not valid syntax (on a line that seems to hold a secret)" if line else message)


def _terraform(evaluation: Evaluation) -> dict[str, Any]:
    """What the `terraform` blocks of the root module say."""
    blocks = [declared.body for declared in evaluation.root.declared.others_of("terraform")]
    versions = [each.attribute("required_version") for each in blocks]
    texts = [each.expression.value for each in versions if each and isinstance(each.expression, Literal)]
    return {
        "required_version": [text for text in texts if isinstance(text, str)] or None,
        "lock_file": (evaluation.run.root / ".terraform.lock.hcl").is_file(),
        **backend(blocks),
    }


def _add_removed(gone: Removed, draft: Draft) -> None:
    """What Terraform destroys or forgets, if it is there: nothing is known of it."""
    identity = Identity(
        address=gone.address,
        type=gone.type,
        name=gone.name,
        mode="managed",
        action="delete" if gone.is_destroyed else "forget",
        module=gone.module or None,
    )
    draft.add_resource(identity, Seen(values={}), Location(file=gone.file, line=gone.line, column=gone.column))


def _add(each: Evaluated, addresses: set[str], imported: dict[str, str], draft: Draft) -> None:
    tree = _Tree()
    values, unknown, marks = tree.of(each.content, (), schema_of(each.type))
    places = dict(_places(each.content, (), each.declared.file_of))
    more: dict[str, Any] = {}
    if each.is_for_all:
        more["deferred"] = "instance_count_unknown"  # Terraform's word for it
    if each.depends_on:
        more["depends_on"] = list(each.depends_on)
    if each.address in imported:
        more["importing"] = imported[each.address]
    identity = Identity(
        address=each.address,
        type=each.type,
        name=each.name,
        mode=each.mode,
        action="update" if each.address in imported else _ACTIONS[each.mode],  # as in plans
        module=each.module or None,
        index=each.key,
        provider=each.provider,
        more=more,
    )
    links = {path: found for path, marked in tree.links.items() if (found := _links(marked, addresses))}
    seen = Seen(values=values, marks=marks, unknown=unknown_tree(unknown), links=links, places=places)
    draft.add_resource(identity, seen, Location(file=each.declared.file, line=each.line, column=each.column))


def _places(
    content: Content, path: tuple[str | int, ...], file_of: Callable[[str], str]
) -> Iterator[tuple[str, Location]]:
    """Where attributes and blocks stand, also those within what is written out."""
    for name, node in content.written.items():
        yield from _places_in(node, content.attributes.get(name, NULL), (*path, name), file_of(name))
    for name, blocks in content.blocks.items():
        file = file_of(name)
        known = [] if isinstance(blocks, Value) else blocks
        for index, block in enumerate(known):
            inner, here = (*path, name, index), Location(file=file, line=block.line, column=block.column)
            yield attribute_path(inner), here
            if len(known) == 1:
                yield attribute_path((*path, name)), here
            yield from _places(block, inner, _always(file))


def _always(file: str) -> Callable[[str], str]:
    return lambda _: file


def _places_in(node: Written, value: Value, path: tuple[str | int, ...], file: str) -> Iterator[tuple[str, Location]]:
    yield attribute_path(path), Location(file=file, line=node.line, column=node.column)
    if type(value.data) is dict:
        items: Mapping[str | int, Value] = value.data
    elif type(value.data) is tuple and (value.kind != "set" or len(value.data) == 1):  # a set has its own order
        items = dict(enumerate(value.data))
    else:
        return
    for key, part in parts(node.expression).items():
        if key in items:
            yield from _places_in(part, items[key], (*path, key), file)


def _links(marks: frozenset[str], addresses: set[str]) -> list[str]:
    found = sorted(mark for mark in marks if mark in addresses)
    return found if len(found) <= _MOST_LINKS else []


@dataclass(slots=True)
class _Tree:
    """Takes the values of a resource apart: plain values, what is unknown, what is sensitive, and links."""

    links: dict[str, frozenset[str]] = field(default_factory=dict)

    def of(
        self, content: Content, path: tuple[str | int, ...], schema: BlockSchema | None
    ) -> tuple[dict[str, Any], Any, Any]:
        values: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        marks: dict[str, Any] = {}
        for name, value in content.attributes.items():
            self._link((*path, name), value)
            values[name], unknown[name], marks[name] = _parts(value)
        for name, blocks in content.blocks.items():
            if isinstance(blocks, Value):
                self._link((*path, name), blocks)
                values[name], unknown[name], marks[name] = _parts(blocks)
                continue
            inner = schema.blocks.get(name) if schema else None
            if inner and inner.nesting == "single" and len(blocks) == 1:  # an object, as in a plan
                values[name], unknown[name], marks[name] = self.of(blocks[0], (*path, name), inner)
                continue
            parts = [self.of(block, (*path, name, index), inner) for index, block in enumerate(blocks)]
            values[name] = [part[0] for part in parts]
            unknown[name] = [part[1] for part in parts]
            marks[name] = [part[2] for part in parts]
        return values, unknown, marks

    def _link(self, path: tuple[str | int, ...], value: Value) -> None:
        marks = deep_marks(value) - {SENSITIVE}
        if marks:
            self.links[attribute_path(path)] = marks


def _parts(value: Value) -> tuple[Any, Any, Any]:
    """The plain value with null for what is unknown, a tree of what is unknown, a tree of what is sensitive."""
    is_marked = SENSITIVE in value.marks
    if not value.is_known:
        return None, True, is_marked
    if type(value.data) is dict:
        parts = {key: _parts(item) for key, item in value.data.items()}
        trees = [{key: part[index] for key, part in parts.items()} for index in range(3)]
        return trees[0], (True if value.type.is_open else trees[1]), is_marked or trees[2]
    if type(value.data) is tuple:
        items = [_parts(item) for item in value.data]
        return [item[0] for item in items], [item[1] for item in items], is_marked or [item[2] for item in items]
    plain = numbers.decimal(value.data) if value.kind == "number" and value.data is not None else value.data
    return plain, False, is_marked


def _target(evaluation: Evaluation) -> str | None:
    for name in _TARGET_VARIABLES:
        value = evaluation.variable(name)
        if value is not None and isinstance(value.data, str) and value.data:
            return value.data
    return None


def _remember_secrets(evaluation: Evaluation, draft: Draft) -> None:
    for module in evaluation.modules():
        for labels in module.declared.of("variable"):
            _remember(module.variable(labels[0]), draft)
        for name in module.declared.locals:
            with suppress(EvaluationError):  # a cycle, which is noted where it closes
                _remember(module.local(name), draft)


def _remember(value: Value, draft: Draft) -> None:
    """Remember what is sensitive in a value, so that it is found where nobody marked it."""
    if SENSITIVE in value.marks:
        draft.secrets.seen.add_all(_parts(value)[0])
    else:
        for item in members(value):
            _remember(item, draft)
