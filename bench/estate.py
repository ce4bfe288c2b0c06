"""How many modules make up N resources, and which of them are new or going away."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from random import Random
from typing import TYPE_CHECKING, Any, Final

from bench import blueprints
from bench.expressions import Expression
from bench.modules import Call, Fate, FullError, Module, output_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SMALLEST: Final = 10
"""Below this there is no room for a module in a module."""

_DOMAINS: Final = ("finance", "marketing", "operations", "risk")
_ENDLESS: Final = 10**9
_NEW: Final = 0.1
_REMOVED: Final = 0.02
"""Shares of the module instances that come and go with this plan."""
_SLIPS: Final = 0.015
"""Share of the settings that break a policy: about one resource in a hundred."""


@dataclass(frozen=True, kw_only=True)
class Estate:
    """N resources, the same for the same seed.

    The teams come one by one, so that a plan of any size is written in little memory.
    `settled` means that nothing changes any more: what a state holds.
    """

    resources: int
    seed: int = 0
    settled: bool = False

    @cached_property
    def root(self) -> Module:
        """The root module without its teams."""
        share = max(2, self.resources // 50)
        module = self._module("", None, self._kept, share)
        more = max(0, share - 30)
        with suppress(FullError):
            blueprints.root(module, groups=more * 3 // 4, retired=more // 10)
        return module

    def calls(self) -> Iterator[Call]:
        """The `module` blocks of the root module, in order."""
        left = self.resources - sum(bool(instance.actions) for instance in self.root.instances)
        number = 0
        while left:
            number += 1
            call = self._call(number, left)
            left -= sum(_size(instance) for instance in call.instances)
            yield call

    @property
    def _kept(self) -> Fate:
        return Fate.SETTLED if self.settled else Fate.KEPT

    def _call(self, number: int, left: int) -> Call:
        random = Random(f"{self.seed}/team/{number}")
        team, project = _sizes()
        domains = _DOMAINS[: random.randrange(2, 5)]
        projects = random.randrange(1, 4)
        inputs: dict[str, Any] = {
            "catalog": self.root.instances[0].ref("name"),
            "domain": Expression(planned=None, prior=None, references=("each.key",)),
            "settings": Expression(planned={}, prior={}, references=("each.value",)),
            "team": f"team{number:04}",
        }
        name = f"team_{number:04}"
        if len(domains) * (team + projects * project) > left:
            return self._last_call(name, inputs, left)
        instances = tuple(
            self._team(name, domain, inputs, self._fate(random, is_first=domain == domains[0]), projects)
            for domain in domains
        )
        repetition = {"for_each_expression": {"references": [f"local.{name}"]}}
        return Call(name=name, source="./modules/team", inputs=inputs, instances=instances, repetition=repetition)

    def _team(self, name: str, domain: str, inputs: Mapping[str, Any], fate: Fate, projects: int) -> Module:
        own = {**inputs, "domain": Expression(planned=domain, prior=domain, references=())}
        module = self._module(f'module.{name}["{domain}"]', domain, fate, _ENDLESS, own)
        passed = {**blueprints.team(module), "settings": module.var("settings")}
        instances = tuple(
            self._project(module, f"project[{number}]", number, passed, _ENDLESS) for number in range(projects)
        )
        count = {"count_expression": {"constant_value": projects}}
        call = Call(name="project", source="../project", inputs=passed, instances=instances, repetition=count)
        module.call(call)
        module.outputs["first_training_job_id"] = output_of(call, instances[0], "training_job_id")
        return module

    def _last_call(self, name: str, inputs: Mapping[str, Any], left: int) -> Call:
        """One instance without `for_each`, cut to what is left."""
        team, project = _sizes()
        if left >= team + project:
            room, whole = team, (left - team) // project
        else:
            room, whole = max((left + 1) // 2, left - project), 0
        own = {**inputs, "domain": "core", "settings": {}}
        module = self._module(f"module.{name}", None, self._kept, room, own)
        passed = self._passed(module)
        if whole:
            count = {"count_expression": {"constant_value": whole}}
            instances = tuple(
                self._project(module, f"project[{number}]", number, passed, _ENDLESS) for number in range(whole)
            )
            module.call(Call(name="project", source="../project", inputs=passed, instances=instances,
                             repetition=count))  # fmt: skip
        rest = left - _size(module)
        if rest:
            last = self._project(module, "last_project", None, passed, rest)
            module.call(Call(name="last_project", source="../project", inputs=passed, instances=(last,)))
        return Call(name=name, source="./modules/team", inputs=own, instances=(module,))

    def _passed(self, module: Module) -> Mapping[str, Any]:
        """What a team hands to its projects, also where there was no room for all of the team."""
        constants = {"schema": "core", "runner": "7c1f0a4e-1111-4222-8333-444455556666", "policy_id": "4711"}
        passed: Mapping[str, Any] = {
            "catalog": module.var("catalog"), "prefix": module.var("team"), **constants,
        }  # fmt: skip
        with suppress(FullError):
            passed = blueprints.team(module)
        return {**passed, "settings": module.var("settings")}

    def _project(self, team: Module, step: str, key: int | None, passed: Mapping[str, Any], room: int) -> Module:
        address = f"{team.address}.module.{step}"
        random = Random(f"{self.seed}/{address}/fate")
        is_new = team.fate is Fate.KEPT and random.random() < _NEW
        module = self._module(address, key, Fate.NEW if is_new else team.fate, room, passed)
        with suppress(FullError):
            blueprints.project(module)
        return module

    def _fate(self, random: Random, *, is_first: bool) -> Fate:
        dice = random.random()
        if self.settled:
            return Fate.SETTLED
        if dice < _REMOVED and not is_first:
            return Fate.REMOVED
        return Fate.NEW if dice > 1 - _NEW else Fate.KEPT

    def _module(
        self, address: str, key: str | int | None, fate: Fate, room: int, inputs: Mapping[str, Any] | None = None
    ) -> Module:
        random = Random(f"{self.seed}/{address}")
        return Module(address=address, key=key, fate=fate, random=random, room=room, slips=_SLIPS, inputs=inputs or {})


def _size(module: Module) -> int:
    """How many entries of `resource_changes` a module makes with all below it."""
    return sum(bool(instance.actions) for part in walk(module) for instance in part.instances)


@cache
def _sizes() -> tuple[int, int]:
    """Resources of a team without its projects, and of a project."""
    catalog = Expression(planned="prod", prior="prod", references=())
    inputs = {"catalog": catalog, "domain": "core", "settings": {}, "team": "team"}
    module = Module(address="module.size", fate=Fate.SETTLED, random=Random(0), room=_ENDLESS, slips=0,
                    inputs=inputs)  # fmt: skip
    passed = {**blueprints.team(module), "settings": {}}
    inner = Module(address="module.size.module.project", fate=Fate.SETTLED, random=Random(0), room=_ENDLESS,
                   slips=0, inputs=passed)  # fmt: skip
    blueprints.project(inner)
    return _size(module), _size(inner)
