"""Reads `terraform show -json` and `tofu show -json` of a plan.

Format: https://developer.hashicorp.com/terraform/internals/json-format
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from checker.sources import checks, jsontext, plan_changes, values_tree
from checker.sources.jsontext import EMPTY_ARRAY, EMPTY_OBJECT
from checker.sources.links import Configuration
from checker.sources.plan_format import Facts, OutputChange, Planned, PlannedModule, PlannedValues
from checker.sources.plan_modules import calls_of
from checker.sources.resource import unknown_tree, without_unset
from checker.sources.secrets import marked_paths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from checker.sources.document import Draft
    from checker.sources.jsontext import Members

_MOST_NAMED = 3  # addresses in one message
_PRIOR_VALUES = "/prior_state/values"
_TARGET_VARIABLES = ("target", "environment", "env")


_facts = msgspec.json.Decoder(Facts)
_planned_values = msgspec.json.Decoder(PlannedValues)


def read(members: Members, data: memoryview, draft: Draft) -> None:
    """Fill `draft` from the members of a plan. Raises `msgspec.ValidationError`, `UnreadableError`."""
    facts = _facts.decode(jsontext.part(members, Facts.__struct_fields__))
    draft.lengths = {name: len(text) for name, text in members.items()}
    draft.set_facts(
        kind="plan",
        format_version=facts.format_version,
        terraform_version=facts.terraform_version,
        timestamp=facts.timestamp,
        applyable=facts.applyable,
        complete=facts.complete,
        errored=facts.errored,
    )
    variables = jsontext.convert(members.get("variables", EMPTY_OBJECT), dict[str, Any], "/variables")
    written = jsontext.convert(members.get("configuration", EMPTY_OBJECT), dict[str, Any], "/configuration")
    configuration = Configuration.of(written)
    draft.providers = configuration.providers
    draft.modules = calls_of(written)
    _remember_secret_variables(variables, configuration, draft)
    draft.suggest_target(_target(variables))
    prior = _prior_values(members)
    data_sources = list(values_tree.resources(prior, _PRIOR_VALUES, "data"))
    changes = plan_changes.Changes(draft, configuration)
    for module, resource, _ in data_sources:  # what links lead to is known before the first is followed
        changes.instances.add(plan_changes.place_of(module, resource), resource.address)
    added = plan_changes.add_all(members, data, changes)
    if "resource_changes" not in members and values_tree.has_managed(prior):
        draft.set_facts(refresh_only=True)
        added |= _add_prior(values_tree.resources(prior, _PRIOR_VALUES), draft)
    else:
        added |= _add_prior(data_sources, draft)
    _add_outputs(members, draft)
    checks.add(members.get("checks", EMPTY_ARRAY), draft)
    _note_partial(facts, draft)
    _note_missing(members, facts, draft, added)


def _prior_values(members: Members) -> values_tree.Values:
    state = jsontext.members(members.get("prior_state", EMPTY_OBJECT), "/prior_state")
    return values_tree.decode(state.get("values", EMPTY_OBJECT), _PRIOR_VALUES)


def _add_prior(prior: Iterable[tuple[str, values_tree.ValuesResource, str]], draft: Draft) -> set[str]:
    """Add what only the prior state holds: data sources read by the plan; in a refresh-only plan, all.

    Return the addresses added.
    """
    added = set()
    for module, resource, pointer in prior:
        if not draft.resources.holds(resource.address):  # a data source read again in this plan
            values_tree.add(module, resource, pointer, draft)
            added.add(resource.address)
    return added


def _add_outputs(members: Members, draft: Draft) -> None:
    written = members.get("output_changes", EMPTY_OBJECT)
    changes = jsontext.convert(written, dict[str, OutputChange], "/output_changes")
    for name, change in changes.items():
        sensitive = any(True for _ in marked_paths(change.after_sensitive))
        if change.actions != ["delete"]:
            unknown = unknown_tree(change.after_unknown) is not False
            draft.add_output(name, without_unset(change.after), sensitive=sensitive, unknown=unknown)


def _note_partial(facts: Facts, draft: Draft) -> None:
    if facts.errored:
        draft.add_problem(
            "the plan errored: it holds only a part of the resources",
            "mend what terraform plan reports, then plan again",
            pointer="/errored",
        )
    elif facts.complete is False:
        draft.add_problem(
            "the plan is partial: made with -target, or with changes put off",
            "plan without -target, or apply this plan and check the next one",
            pointer="/complete",
        )


def _note_missing(members: Members, facts: Facts, draft: Draft, known: set[str]) -> None:
    """Terraform makes the planned values from the changes, so a change that is not there was taken out."""
    values = _planned_values.decode(members.get("planned_values", EMPTY_OBJECT))
    planned = {each.address for each in _planned(values.root_module) if each.mode == "managed"}
    missing = sorted(planned - known)
    if missing and not facts.errored:
        names = ", ".join(missing[:_MOST_NAMED]) + (" …" if len(missing) > _MOST_NAMED else "")
        draft.add_problem(
            f"resource_changes lacks {len(missing)} of the resources in planned_values: {names}",
            "the plan was cut or changed after Terraform wrote it: write it again",
            pointer="/planned_values",
        )


def _planned(module: PlannedModule) -> Iterator[Planned]:
    yield from module.resources
    for child in module.child_modules:
        yield from _planned(child)


def _target(variables: dict[str, Any]) -> str | None:
    """The environment, if one of the usual variables names it."""
    for name in _TARGET_VARIABLES:
        entry = variables.get(name)
        value = entry.get("value") if isinstance(entry, dict) else None
        if isinstance(value, str) and value:
            return value
    return None


def _remember_secret_variables(variables: dict[str, Any], configuration: Configuration, draft: Draft) -> None:
    """A sensitive variable stands in clear in the plan; its value must be found wherever it went."""
    for name, declared in configuration.secret_variables:
        entry = variables.get(name)
        draft.secrets.seen.add_all(entry.get("value") if isinstance(entry, dict) else None)
        draft.secrets.seen.add_all(declared.get("default"))
    for constant in configuration.secret_constants:
        draft.secrets.seen.add_all(constant)
