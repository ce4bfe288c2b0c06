"""The structure of a plan, as far as it is read: `schemas/terraform/plan.json` says the same.

Format: https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
"""

from __future__ import annotations

from typing import Any

import msgspec

from checker.sources import values_tree  # noqa: TC001 - msgspec reads the annotations

_NULL = msgspec.Raw(b"null")


class Importing(msgspec.Struct, omit_defaults=True, gc=False):
    """Where an imported object comes from."""

    id: str | None = None
    unknown: bool = False


class Change(msgspec.Struct, omit_defaults=True, gc=False):
    """What happens to one object; of the trees in it, those are decoded that are of concern."""

    actions: list[str]
    before: msgspec.Raw = _NULL
    after: msgspec.Raw = _NULL
    after_unknown: msgspec.Raw = _NULL
    before_sensitive: msgspec.Raw = _NULL
    after_sensitive: msgspec.Raw = _NULL
    replace_paths: list[list[str | int]] = []
    importing: Importing | None = None


class ResourceChange(msgspec.Struct, omit_defaults=True, gc=False):
    """One entry of `resource_changes` or `resource_drift`; its structs write what they were read of."""

    address: values_tree.Name
    mode: values_tree.Mode
    type: values_tree.Name
    name: str
    change: Change
    module_address: str | None = None
    previous_address: str | None = None
    index: str | int | None = None
    provider_name: str | None = None
    deposed: str | None = None
    action_reason: str | None = None


class DeferredChange(msgspec.Struct):
    """A change that Terraform put off."""

    reason: str
    resource_change: msgspec.Raw


class OutputChange(msgspec.Struct):
    """What happens to a root output."""

    actions: list[str]
    after: Any = None
    after_unknown: Any = False
    after_sensitive: Any = False


class Planned(msgspec.Struct):
    """Of a planned resource only what tells whether its change is there too."""

    address: str
    mode: str


class PlannedModule(msgspec.Struct):
    """A module of `planned_values`, and those below it."""

    resources: list[Planned] = []
    child_modules: list[PlannedModule] = []


class PlannedValues(msgspec.Struct):
    """The values that are expected after apply."""

    root_module: PlannedModule = msgspec.field(default_factory=PlannedModule)


class Facts(msgspec.Struct):
    """What a plan says about itself; all else of it is large or free in form."""

    format_version: str
    terraform_version: str | None = None
    timestamp: str | None = None
    applyable: bool | None = None
    complete: bool | None = None
    errored: bool | None = None
