"""What one module instance declares, and what the plan does with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from bench.expressions import UNKNOWN, Expression, expressions_in, planned, prior
from bench.shapes import Shape, Values, configured, filled, filled_part, shape_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from random import Random

Index = str | int | None


class Fate(Enum):
    """What happens to a module instance as a whole."""

    NEW = "new"
    KEPT = "kept"
    REMOVED = "removed"
    SETTLED = "settled"
    """Kept and unchanged: what a state holds."""


class FullError(Exception):
    """The module holds as many resources as it was asked to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One resource instance with its change."""

    module: str
    mode: str
    type: str
    name: str
    index: Index
    shape: Shape
    actions: tuple[str, ...]
    before: Values | None
    after: Values | None
    """Whole values with `UNKNOWN` in them; None when the resource goes away."""
    reason: str | None = None
    replace_paths: tuple[str, ...] = ()
    importing: str | None = None
    previous_address: str | None = None
    depends_on: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    """References to attributes of other resources, as configured."""

    @property
    def address(self) -> str:
        """Terraform's address, with module and index."""
        return ".".join(filter(None, (self.module, self.local_address)))

    @property
    def local_address(self) -> str:
        """The address inside its module."""
        return f"{config_address(self.mode, self.type, self.name)}{index_suffix(self.index)}"

    def ref(self, attribute: str, *, by: str | None = None) -> Expression:
        """A reference to an attribute; `by` is the key expression, such as `count.index`."""
        whole = config_address(self.mode, self.type, self.name)
        if by is not None:
            names: tuple[str, ...] = (whole, by)
        elif self.index is None:
            names = (f"{whole}.{attribute}", whole)
        else:
            names = (f"{self.local_address}.{attribute}", self.local_address, whole)
        before = UNKNOWN if self.before is None else self.before[attribute]
        return Expression(
            planned=before if self.after is None else self.after[attribute],
            prior=before,
            references=names,
            sources=frozenset({".".join(filter(None, (without_keys(self.module), whole)))}),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A `module` block with its instances."""

    name: str
    source: str
    inputs: Mapping[str, Any]
    """Constants and expressions of the module block."""
    instances: tuple[Module, ...]
    repetition: Mapping[str, Any] = field(default_factory=dict)
    """`count_expression` or `for_each_expression`; Terraform writes none for a function call."""


_CREATED: Final = frozenset(
    {"databricks_registered_model", "databricks_mlflow_experiment", "databricks_volume",
     "databricks_sql_table", "databricks_notebook", "databricks_secret", "databricks_job"}
)  # fmt: skip
"""Types of which a kept module may get a new one: little hangs on them."""

_REPLACED: Final[Mapping[str, tuple[str, Any]]] = {
    "databricks_mlflow_experiment": ("artifact_location", "dbfs:/databricks/mlflow-tracking/old"),
    "databricks_volume": ("volume_type", "EXTERNAL"),
    "databricks_sql_table": ("data_source_format", "PARQUET"),
    "databricks_secret_acl": ("permission", "WRITE"),
    "databricks_directory": ("path", "/Workspace/retired"),
}
"""Types that the plan may replace: the attribute that forces it, and its value before."""

_FOLLOWERS: Final = frozenset(
    {"databricks_permissions", "databricks_grants", "databricks_secret_acl", "databricks_group_member"}
)
"""Types that are replaced when the id of what they are for changes."""

_EDITED: Final = (
    "comment", "description", "tags", "custom_tags", "timeout_seconds", "auto_stop_mins",
    "max_clusters_per_user", "grant", "access_control",
)  # fmt: skip
"""Attributes that an update changes, the first that is set."""


@dataclass(slots=True, kw_only=True)
class Module:
    """A module instance while its blueprint fills it (so, alone here, not frozen)."""

    address: str
    """Empty for the root module."""
    key: str | int | None = None
    fate: Fate
    random: Random
    room: int
    """How many more entries of `resource_changes` fit."""
    slips: float
    """Share of settings that break a policy."""
    inputs: Mapping[str, Any] = field(default_factory=dict)
    """Constants and expressions of the module block."""
    instances: list[Instance] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    blocks: dict[tuple[str, str, str], Values] = field(default_factory=dict)
    """The `resource` and `data` blocks of the configuration by mode, type and name."""
    outputs: dict[str, Expression] = field(default_factory=dict)

    def var(self, name: str) -> Expression:
        """An input of the module."""
        value = self.inputs[name]
        if not isinstance(value, Expression):
            value = Expression(planned=value, prior=value, references=())
        return value.passed_as(f"var.{name}")

    def setting(self, usual: Any, slip: Any) -> Expression:
        """A value that differs between instances and, rarely, breaks a policy."""
        value = slip if self.random.random() < self.slips else usual
        return Expression(planned=value, prior=value, references=("var.settings",))

    def each(self, value: Any, reference: str = "each.key") -> Expression:
        """A value that comes from `for_each` or `count`."""
        return Expression(planned=value, prior=value, references=(reference,))

    def fitting(self, count: int) -> int:
        """How many of so many instances there is room for."""
        return min(count, self.room)

    def number(self) -> str:
        """An id as Databricks gives them to jobs, experiments and clusters."""
        return str(self.random.randrange(10**14, 10**16))

    def add(
        self,
        type_name: str,
        name: str,
        given: Values,
        *,
        computed: Callable[[Values], Values] = lambda _: {},
        index: Index = None,
        repetition: Values | None = None,
        gone: tuple[str, str] | None = None,
    ) -> Instance:
        """Declares a managed resource.

        `computed` tells what the provider decides, from the values given. `gone` is the action and
        reason of an instance that is no longer in the configuration.
        """
        if self.room == 0:
            raise FullError
        self.room -= 1
        shape = shape_of("managed", type_name)
        change = _Changing(self, type_name, shape, given, computed, index)
        instance = change.of(name, gone)
        self.instances.append(instance)
        if gone is None or gone[1] in {"delete_because_each_key", "delete_because_count_index"}:
            self._declare("managed", type_name, name, given, repetition)
        return instance

    def read(self, type_name: str, name: str, given: Values, *, computed: Values, later: bool = False) -> Instance:
        """Declares a data source; `later` when it can only be read during the apply."""
        shape = shape_of("data", type_name)
        is_read_later = later and self.fate is not Fate.SETTLED
        if is_read_later:
            if self.room == 0:
                raise FullError
            self.room -= 1
        values = filled(shape, planned(given), None if is_read_later else computed)
        instance = Instance(
            module=self.address, mode="data", type=type_name, name=name, index=None, shape=shape,
            actions=("read",) if is_read_later else (),
            before=None if is_read_later else values,
            after=values,
            reason="read_because_dependency_pending" if is_read_later else None,
            depends_on=_sources(given), uses=_uses(given),
        )  # fmt: skip
        self.instances.append(instance)
        self._declare("data", type_name, name, given, None)
        return instance

    def call(self, call: Call) -> Call:
        """Declares a `module` block."""
        self.calls.append(call)
        return call

    def _declare(self, mode: str, type_name: str, name: str, given: Values, repetition: Values | None) -> None:
        key = (mode, type_name, name)
        if key in self.blocks:
            return
        shape = shape_of(mode, type_name)
        expressions = configured(shape, given)
        self.blocks[key] = {
            "address": config_address(mode, type_name, name),
            "mode": mode,
            "type": type_name,
            "name": name,
            "provider_config_key": "databricks",
            **({"expressions": expressions} if expressions else {}),
            "schema_version": shape.version,
            **(repetition or {}),
        }


def config_address(mode: str, type_name: str, name: str) -> str:
    """The address of a block, without module."""
    return f"data.{type_name}.{name}" if mode == "data" else f"{type_name}.{name}"


def index_suffix(index: Index) -> str:
    """`[0]`, `["key"]` or nothing."""
    if index is None:
        return ""
    return f"[{index}]" if isinstance(index, int) else f'["{index}"]'


def without_keys(address: str) -> str:
    """A module address without instance keys; keys of the benchmark hold no dots or brackets."""
    return ".".join(step.partition("[")[0] for step in address.split("."))


def output_of(call: Call, module: Module, name: str) -> Expression:
    """A module's output as its caller sees it."""
    step = f"module.{call.name}{index_suffix(module.key)}"
    return replace(module.outputs[name], references=(f"{step}.{name}", step))


@dataclass(frozen=True, slots=True)
class _Changing:
    """Decides the change of one resource."""

    module: Module
    type: str
    shape: Shape
    given: Values
    computed: Callable[[Values], Values]
    index: Index

    def of(self, name: str, gone: tuple[str, str] | None) -> Instance:
        fate = self.module.fate
        is_new = fate is Fate.NEW or _hangs_on_something_new(self.given)
        before = None if is_new else self._before()
        base = Instance(
            module=self.module.address, mode="managed", type=self.type, name=name, index=self.index,
            shape=self.shape, actions=("no-op",), before=before, after=before,
            depends_on=_sources(self.given), uses=_uses(self.given),
        )  # fmt: skip
        if is_new:
            return self.created(base)
        if fate is Fate.SETTLED:
            return base
        if fate is Fate.REMOVED:
            return replace(base, actions=("delete",), after=None, reason="delete_because_no_module")
        if gone is not None:
            return replace(base, actions=(gone[0],), after=None, reason=gone[1])
        return self._changed(base)

    def _changed(self, base: Instance) -> Instance:
        """A resource that stays: forced by what it refers to, or as the dice fall."""
        new, old = planned(self.given), prior(self.given)
        moving = {name: value for name, value in new.items() if value != old[name]}
        if moving and self.type in _FOLLOWERS:
            return self._replaced(base, moving, {})
        if moving:
            after = (base.before or {}) | filled_part(self.shape, moving, {})
            return replace(base, actions=("update",), after=after)
        return self._by_chance(base)

    def _by_chance(self, base: Instance) -> Instance:
        dice = self.module.random.random()
        happens = next((change for limit, change in _CHANCES if dice < limit), _Changing.kept)
        return happens(self, base)

    def kept(self, base: Instance) -> Instance:
        return base

    def anew(self, base: Instance) -> Instance:
        return self.created(base) if self.type in _CREATED else base

    def forced(self, base: Instance) -> Instance:
        if self.type not in _REPLACED:
            return base
        attribute, old = _REPLACED[self.type]
        return self._replaced(base, (attribute,), {attribute: old})

    def moved(self, base: Instance) -> Instance:
        return replace(base, previous_address=replace(base, name=f"{base.name}_v1").address)

    def imported(self, base: Instance) -> Instance:
        return replace(base, importing=str((base.before or {})["id"]))

    def created(self, base: Instance) -> Instance:
        after = filled(self.shape, planned(self.given), None)
        return replace(base, actions=("create",), before=None, after=after)

    def _replaced(self, base: Instance, paths: Iterable[str], old: Values) -> Instance:
        before = {**(base.before or {}), **old}
        after = filled(self.shape, planned(self.given), None)
        both = ("create", "delete") if self.type == "databricks_directory" else ("delete", "create")
        return replace(
            base, actions=both, before=before, after=after, replace_paths=tuple(paths),
            reason="replace_because_cannot_update",
        )  # fmt: skip

    def edited(self, base: Instance) -> Instance:
        values = base.before or {}
        name = next((name for name in _EDITED if values.get(name)), None)
        if name is None:
            return base
        before = {**values, name: _earlier(values[name])}
        return replace(base, actions=("update",), before=before)

    def _before(self) -> Values:
        values = prior(self.given)
        return filled(self.shape, values, {**_decided(self.module), **self.computed(values)})


_CHANCES: Final[tuple[tuple[float, Callable[[_Changing, Instance], Instance]], ...]] = (
    (0.03, _Changing.anew),
    (0.05, _Changing.forced),
    (0.20, _Changing.edited),
    (0.21, _Changing.moved),
    (0.22, _Changing.imported),
)
"""What happens to a resource below each roll of the dice; above the last, nothing."""


def _hangs_on_something_new(given: Values) -> bool:
    return any(expression.prior is UNKNOWN for expression in expressions_in(given))


def _decided(module: Module) -> Values:
    """What the provider answers for attributes that nobody configured, whatever the type."""
    return {
        "id": module.number(),
        "owner": "data-platform",
        "metastore_id": "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
        "created_at": 1735689600000,
        "created_by": "7c1f0a4e-1111-4222-8333-444455556666",
        "updated_at": 1735689600000,
        "updated_by": "7c1f0a4e-1111-4222-8333-444455556666",
    }


def _earlier(value: Any) -> Any:
    if isinstance(value, str):
        return f"{value} (draft)"
    if isinstance(value, dict):
        return dict(list(value.items())[:-1])
    if isinstance(value, list):
        return [*value, {**value[0], **_leaver(value[0])}]
    return value * 2


def _leaver(block: Values) -> Values:
    return {("principal" if "principal" in block else "group_name"): "former-readers"}


def _sources(given: Values) -> tuple[str, ...]:
    return tuple(sorted(frozenset[str]().union(*(part.sources for part in expressions_in(given)))))


def _uses(given: Values) -> tuple[str, ...]:
    names = dict.fromkeys(part.references[0] for part in expressions_in(given) if part.references)
    return tuple(name for name in names if _is_attribute(name))


def _is_attribute(reference: str) -> bool:
    return reference.startswith("databricks_") and reference.count(".") > 1


def walk(module: Module) -> Iterator[Module]:
    """The module and all below it, depth first."""
    yield module
    for call in module.calls:
        for instance in call.instances:
            yield from walk(instance)
