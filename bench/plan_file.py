"""Writes an estate as `terraform show -json` writes a plan: one line, sections in its order.

A section holds all resources, and the sections hold them in different orders; so each is written to
a temporary file of its own while the estate is made once, team by team, and they are joined at the
end. Memory stays that of one team.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from bench.modules import Call, Index, Instance, Module, walk
from bench.shapes import Values, is_known, known, sensitive_tree, unknown_tree

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bench.estate import Estate

PROVIDER: Final = "registry.terraform.io/databricks/databricks"
VERSION: Final = "1.11.4"
_HOST: Final = "https://adb-1234567890123456.7.azuredatabricks.net"
_RELEASE_TOKEN: Final = "dapi0123456789abcdef0123456789abcdef"
_VARIABLES: Final[Values] = {
    "groups": {"default": []},
    "release_token": {"default": _RELEASE_TOKEN, "sensitive": True},
    "settings": {"default": {}},
    "target": {"default": "prod"},
}


def write_plan(estate: Estate, file: Path) -> None:
    """Writes the plan; its folder must exist."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(dir=file.parent)))
        sections = _Sections.opened(folder, stack)
        sections.write(estate)
        whole = stack.enter_context(file.open("w", encoding="utf-8", newline=""))
        for piece in sections.joined():
            if isinstance(piece, str):
                whole.write(piece)
            else:
                piece.seek(0)
                shutil.copyfileobj(piece, whole, 1 << 20)


def compact(value: Any) -> str:
    """JSON as Go writes it: no blanks, UTF-8, and `<`, `>`, `&` escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sections:
    """One open file per part of the plan that grows with the estate."""

    planned: IO[str]
    planned_modules: IO[str]
    drift: IO[str]
    changes: IO[str]
    module_changes: IO[str]
    inner_changes: IO[str]
    prior: IO[str]
    prior_modules: IO[str]
    blocks: IO[str]
    calls: IO[str]
    relevant: IO[str]

    @classmethod
    def opened(cls, folder: Path, stack: ExitStack) -> _Sections:
        files = {
            name: stack.enter_context((folder / name).open("w+", encoding="utf-8", newline=""))
            for name in cls.__slots__
        }
        return cls(**files)

    def write(self, estate: Estate) -> None:
        root = estate.root
        _append(self.blocks, (compact(block) for block in _sorted_blocks(root)))
        self._write_module(root, self.planned, self.prior, self.changes)
        for call in estate.calls():
            _append(self.calls, [f"{compact(call.name)}:{compact(_call(call))}"])
            for module in call.instances:
                texts = [_Texts.of(part) for part in walk(module)]
                self._write_texts(texts)

    def _write_module(self, root: Module, planned: IO[str], prior: IO[str], changes: IO[str]) -> None:
        texts = _Texts.of(root)
        _append(planned, texts.planned)
        _append(prior, texts.prior)
        _append(changes, texts.changes)
        _append(self.drift, texts.drift)
        _append(self.relevant, texts.relevant)

    def _write_texts(self, texts: list[_Texts]) -> None:
        own, *inner = texts
        _append(self.planned_modules, _nested(own, inner, "planned"))
        _append(self.prior_modules, _nested(own, inner, "prior"))
        _append(self.module_changes, own.changes)
        for part in inner:
            _append(self.inner_changes, part.changes)
        for part in texts:
            _append(self.drift, part.drift)
            _append(self.relevant, part.relevant)

    def joined(self) -> Iterator[str | IO[str]]:
        """The plan in order, pieces of text and whole sections."""
        variables = {"release_token": {"value": _RELEASE_TOKEN}, "target": {"value": "prod"}}
        yield f'{{"format_version":"1.2","terraform_version":"{VERSION}","variables":{compact(variables)}'
        yield f',"planned_values":{{"outputs":{compact(_outputs())},"root_module":{{"resources":['
        yield self.planned
        yield '],"child_modules":['
        yield self.planned_modules
        yield "]}}"
        if self.drift.tell():
            yield ',"resource_drift":['
            yield self.drift
            yield "]"
        yield ',"resource_changes":['
        yield self.changes
        yield from _after_comma(self.module_changes)
        yield from _after_comma(self.inner_changes)
        yield f'],"output_changes":{compact(_output_changes())}'
        if self.prior.tell() or self.prior_modules.tell():
            yield f',"prior_state":{{"format_version":"1.0","terraform_version":"{VERSION}","values":'
            yield f'{{"outputs":{compact(_outputs())},"root_module":{{"resources":['
            yield self.prior
            yield '],"child_modules":['
            yield self.prior_modules
            yield "]}}}"
        yield f',"configuration":{{"provider_config":{compact(_provider_config())}'
        yield f',"root_module":{{"outputs":{compact(_output_blocks())},"resources":['
        yield self.blocks
        yield '],"module_calls":{'
        yield self.calls
        yield f'}},"variables":{compact(_VARIABLES)}}}}},"relevant_attributes":['
        yield self.relevant
        yield '],"timestamp":"2026-11-01T08:00:00Z","applyable":true,"complete":true,"errored":false}\n'


@dataclass(frozen=True, slots=True, kw_only=True)
class _Texts:
    """The resources of one module instance, ready to be written to each section."""

    address: str
    planned: list[str]
    prior: list[str]
    changes: list[str]
    drift: list[str]
    relevant: list[str]

    @classmethod
    def of(cls, module: Module) -> _Texts:
        written = [_Written.of(instance) for instance in sorted(module.instances, key=_order)]
        uses = (
            ".".join(filter(None, (module.address, use)))
            for part in written
            if part.instance.actions != ("no-op",)
            for use in part.instance.uses
        )
        return cls(
            address=module.address,
            planned=[part.planned_value() for part in written if part.is_planned],
            prior=[part.prior_value() for part in written if part.before is not None],
            changes=[part.change() for part in written if part.instance.actions],
            drift=[part.drift() for part in written if part.has_drifted],
            relevant=[_relevant(use) for use in dict.fromkeys(uses)],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """One instance with its values as text: each is written in several places."""

    instance: Instance
    before: str | None
    after: str | None
    before_sensitive: str
    after_sensitive: str
    unknown: str

    @classmethod
    def of(cls, instance: Instance) -> _Written:
        before, after, shape = instance.before, instance.after, instance.shape
        old = None if before is None else compact(before)
        old_sensitive = "false" if before is None else compact(sensitive_tree(shape, before))
        is_same = after is before
        is_settled = after is None or is_same or is_known(after)
        return cls(
            instance=instance,
            before=old,
            after=old if is_same else None if after is None else compact(after if is_settled else known(after)),
            before_sensitive=old_sensitive,
            after_sensitive=old_sensitive if is_same
            else "false" if after is None else compact(sensitive_tree(shape, after)),
            unknown="{}" if is_settled else compact(unknown_tree(after)),
        )  # fmt: skip

    @property
    def is_planned(self) -> bool:
        """Data sources that were read already stand in the prior state alone."""
        return self.after is not None and bool(self.instance.actions)

    @property
    def has_drifted(self) -> bool:
        """Some of the updates undo what someone did by hand."""
        return self.instance.actions == ("update",) and self.instance.address.endswith("2]")

    def planned_value(self) -> str:
        return f'{self._head(schema=True)},"values":{self.after},"sensitive_values":{self.after_sensitive}}}'

    def prior_value(self) -> str:
        depends_on = self.instance.depends_on
        tail = f',"depends_on":{compact(depends_on)}' if depends_on else ""
        return f'{self._head(schema=True)},"values":{self.before},"sensitive_values":{self.before_sensitive}{tail}}}'

    def change(self) -> str:
        instance = self.instance
        reason = f',"action_reason":"{instance.reason}"' if instance.reason else ""
        paths = f',"replace_paths":{compact([[path] for path in instance.replace_paths])}'
        importing = f',"importing":{compact({"id": instance.importing})}'
        return (
            f'{self._head(schema=False)},"change":{{"actions":{compact(instance.actions)}'
            f',"before":{self.before or "null"},"after":{self.after or "null"},"after_unknown":{self.unknown}'
            f',"before_sensitive":{self.before_sensitive},"after_sensitive":{self.after_sensitive}'
            f"{paths if instance.replace_paths else ''}{importing if instance.importing else ''}}}{reason}}}"
        )

    def drift(self) -> str:
        return (
            f'{self._head(schema=False)},"change":{{"actions":["update"],"before":{self.after}'
            f',"after":{self.before},"after_unknown":{{}},"before_sensitive":{self.after_sensitive}'
            f',"after_sensitive":{self.before_sensitive}}}}}'
        )

    def _head(self, *, schema: bool) -> str:
        instance = self.instance
        head: Values = {"address": instance.address}
        if instance.previous_address and not schema:
            head["previous_address"] = instance.previous_address
        if instance.module and not schema:
            head["module_address"] = instance.module
        head |= {"mode": instance.mode, "type": instance.type, "name": instance.name}
        if instance.index is not None:
            head["index"] = instance.index
        head["provider_name"] = PROVIDER
        if schema:
            head["schema_version"] = instance.shape.version
        return compact(head)[:-1]


def _append(section: IO[str], texts: Any) -> None:
    text = ",".join(texts)
    if text:
        section.write("," + text if section.tell() else text)


def _after_comma(section: IO[str]) -> Iterator[str | IO[str]]:
    if section.tell():
        yield ","
        yield section


def _nested(own: _Texts, inner: list[_Texts], part: str) -> Iterator[str]:
    """A module of `planned_values` or `prior_state` with its child modules; nothing if empty."""
    children = ",".join(text for child in inner for text in _nested(child, [], part))
    resources = ",".join(getattr(own, part))
    if resources or children:
        pieces = (
            f'"resources":[{resources}]' if resources else "",
            f'"address":{compact(own.address)}',
            f'"child_modules":[{children}]' if children else "",
        )
        yield "{" + ",".join(filter(None, pieces)) + "}"


def _order(instance: Instance) -> tuple[str, str, str, bool, Index]:
    return (instance.mode, instance.type, instance.name, isinstance(instance.index, str), instance.index or 0)


def _sorted_blocks(module: Module) -> Iterator[Values]:
    """Managed resources come first in a configuration, data sources first everywhere else."""
    for key in sorted(module.blocks, key=lambda key: (key[0] == "data", key)):
        yield module.blocks[key]


def _call(call: Call) -> Values:
    """A module block with the configuration behind it, the same for all its instances."""
    first = call.instances[0]
    calls = {inner.name: _call(inner) for inner in first.calls}
    outputs = {name: {"expression": {"references": list(value.references)}} for name, value in first.outputs.items()}
    return {
        "source": call.source,
        "expressions": {name: _input(value) for name, value in sorted(call.inputs.items())},
        **call.repetition,
        "module": {
            **({"outputs": outputs} if outputs else {}),
            "resources": list(_sorted_blocks(first)),
            **({"module_calls": calls} if calls else {}),
            "variables": {name: {} for name in sorted(call.inputs)},
        },
    }


def _input(value: Any) -> Values:
    references = getattr(value, "references", None)
    return {"constant_value": value} if references is None else {"references": list(references)}


def _relevant(use: str) -> str:
    resource, _, attribute = use.rpartition(".")
    return compact({"resource": resource, "attribute": [attribute]})


def _provider_config() -> Values:
    return {
        "databricks": {
            "name": "databricks",
            "full_name": PROVIDER,
            "version_constraint": "~> 1.100",
            "expressions": {"host": {"constant_value": _HOST}},
        }
    }


def _outputs() -> Values:
    return {
        "release_token": {"sensitive": True, "type": "string", "value": _RELEASE_TOKEN},
        "workspace": {"sensitive": False, "type": "string", "value": _HOST},
    }


def _output_changes() -> Values:
    return {
        name: {
            "actions": ["no-op"], "before": output["value"], "after": output["value"], "after_unknown": False,
            "before_sensitive": output["sensitive"], "after_sensitive": output["sensitive"],
        }
        for name, output in _outputs().items()
    }  # fmt: skip


def _output_blocks() -> Values:
    return {
        "release_token": {"sensitive": True, "expression": {"references": ["var.release_token"]}},
        "workspace": {"expression": {"constant_value": _HOST}},
    }
