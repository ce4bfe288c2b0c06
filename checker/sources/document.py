"""Gathers what a reader finds out, and makes the `Document` of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from msgspec import Struct, field
from msgspec.structs import replace

from checker.model import Document, Location, Problem
from checker.settings import ConfigurationSettings
from checker.sources import jsontext
from checker.sources.bundles.deployed_target import BundleTargets
from checker.sources.resource import ResourceSet
from checker.sources.secrets import Masked, SecretFinder
from checker.sources.trees import rewritten

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from checker.model import Waiver
    from checker.sources.remarks import Remarks
    from checker.sources.resource import Content, Identity


class Draft(Struct):
    """A document in the making; readers fill it, `finish` turns it into a `Document`."""

    file: str
    target: str | None  # None: the user does not say; the file may
    secrets: SecretFinder
    resources: ResourceSet
    drift: ResourceSet
    facts: dict[str, Any] = {}
    outputs: dict[str, dict[str, Any]] = {}
    checks: list[dict[str, Any]] = []
    providers: dict[str, dict[str, Any]] = {}
    modules: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    notes: list[Problem] = []
    waivers: list[Waiver] = []
    lengths: dict[str, int] = {}
    item_lengths: dict[str, list[int]] = {}
    given: ConfigurationSettings = field(default_factory=ConfigurationSettings)  # of bundles
    _bundles: BundleTargets = field(default_factory=BundleTargets)
    _suggested_target: str | None = None  # None: no variable says

    @classmethod
    def of(
        cls, file: str, target: str | None, secret_attributes: Mapping[str, Iterable[str]], *, misfits: bool = False
    ) -> Draft:
        """An empty draft; `secret_attributes` are those that the provider's schema calls sensitive."""
        return cls._empty(file, target, SecretFinder(secret_attributes), misfits=misfits)

    def sibling(self) -> Draft:
        """An empty draft for a part of the same file; equal secrets get equal masks in both."""
        return self._empty(self.file, self.target, self.secrets.sibling(), misfits=self.resources.tells_misfits)

    @classmethod
    def _empty(cls, file: str, target: str | None, secrets: SecretFinder, *, misfits: bool) -> Draft:
        return cls(file, target, secrets, ResourceSet(secrets, misfits), ResourceSet(secrets))

    def add_all_of(self, other: Draft) -> None:
        """Add the resources of a sibling, which has nothing else."""
        self.secrets.seen.add_all_of(other.secrets.seen)
        for address, location in self.resources.add_all_of(other.resources):
            self._add_duplicate(address, location)
        self.problems += other.problems
        self._bundles.add_all_of(other._bundles)

    def set_facts(self, **facts: Any) -> None:
        """What the file says about itself; None means that it does not say."""
        self.facts |= {name: fact for name, fact in facts.items() if fact is not None}

    def suggest_target(self, target: str | None) -> None:
        """The environment as a variable names it; what the user or a bundle says goes first."""
        self._suggested_target = target

    def add_resource(self, identity: Identity, content: Content, location: Location) -> None:
        """Add a managed resource or a data source; of two with one address, the first."""
        if self.resources.add(identity, content, location):
            self._bundles.note(identity.type, content.values or content.before or {})
        else:
            self._add_duplicate(identity.key, location)

    def add_drift(self, identity: Identity, content: Content, location: Location) -> None:
        """Add what changed outside of Terraform."""
        if not self.drift.add(identity, content, location):
            self._add_duplicate(identity.key, location)

    def add_problem(self, message: str, hint: str, location: Location | None = None, *, pointer: str = "") -> None:
        """Note that a part of the file could not be looked at, or cannot be trusted."""
        location = location or Location(file=self.file, pointer=pointer)
        problem = Problem(stage="structure", message=self.secrets.line(message), hint=hint, location=location)
        self.problems.append(problem)

    def add_remarks(self, remarks: Remarks) -> None:
        """Add what the comments of a file say."""
        self.waivers += remarks.waivers
        self.problems += remarks.problems

    def add_check(self, address: str, kind: str, status: str, messages: list[str]) -> None:
        """Add the result of a check block, condition or validation."""
        self.checks.append({"address": address, "kind": kind, "status": status, "messages": messages})

    def add_output(self, name: str, value: Any, *, sensitive: bool, unknown: bool = False) -> None:
        """Add a root output; its value is masked where it is, or holds, a secret."""
        output: dict[str, Any] = {"sensitive": sensitive}
        if unknown:
            output["unknown"] = True
        if sensitive:
            self.secrets.seen.add_all(value)
            value = self.secrets.mask_everything(value)
        if value is not None:
            output["value"] = value
        self.outputs[self.secrets.line(name)] = output

    def finish(self) -> Document:
        """The finished document, with no secret left in it."""
        for name, output in self.outputs.items():
            self._mask_recognisable(name, output)
        for resources in (self.resources, self.drift):  # now that all secrets are known
            resources.mask_seen()
        for output in self.outputs.values():
            value = {"value": output.get("value")}
            _note_secrets(output, self.secrets.mask_seen(value))
            if "value" in output:
                output.update(value)
        parts = [b'"document":%s' % jsontext.text(self._head()), b'"resources":%s' % self.resources.text()]
        if self.drift.resources:
            parts.append(b'"drift":%s' % self.drift.text())
        parts += [
            b'"%s":%s' % (name.encode(), jsontext.text(self._clean(content)))
            for name in ("outputs", "checks", "providers", "modules")
            if (content := getattr(self, name))
        ]
        return Document(
            kind=self.facts["kind"],
            file=self.file,
            text=b"{%s}" % b",".join(parts),
            resources=tuple(self.resources.resources),
            format_version=self.facts.get("format_version"),
            terraform_version=self.facts.get("terraform_version"),
            serial=self.facts.get("serial"),
            lineage=self.facts.get("lineage"),
            target=self._target(),
            problems=tuple(map(self._without_secrets, self.problems)),
            notes=tuple(map(self._without_secrets, self.notes)),
            waivers=tuple(self.waivers),
            lengths=self.lengths,
            item_lengths=self.item_lengths,
        )

    def _without_secrets(self, problem: Problem) -> Problem:
        return replace(problem, message=self.secrets.without_seen(problem.message))

    def _add_duplicate(self, address: str, location: Location) -> None:
        self.add_problem(
            f"two resources have the address {address}: only the first was looked at",
            "Terraform names each address once: write the file again",
            location,
        )

    def _head(self) -> dict[str, Any]:
        self.facts |= self.secrets.clean(self.facts)
        target = self._target()
        return {"kind": self.facts["kind"], "file": self.file, **self.facts} | ({"target": target} if target else {})

    def _target(self) -> str | None:
        """What the user says, else a bundle, else a variable; never a secret."""
        if self.target:
            return self.target
        said = self._bundles.target or self._suggested_target
        return None if said is None or self._clean(said) != said or self.secrets.seen.holds(said) else said

    def _mask_recognisable(self, name: str, output: dict[str, Any]) -> None:
        """Mask what by its form or name is a credential; an output's own name speaks for its value."""
        if "value" not in output:
            return
        found, named = Masked(), {name: output["value"]}
        self.secrets.mask_recognisable(named, jsontext.text(named), found)
        output["value"] = named[name]
        _note_secrets(output, Masked({("value", *path[1:]): why for path, why in found.secrets.items()}))

    def _clean(self, tree: Any) -> Any:
        return rewritten(tree, lambda text: self.secrets.without_seen(self.secrets.line(text)))


def _note_secrets(output: dict[str, Any], found: Masked) -> None:
    if found.secrets:
        output["secrets"] = found.reasons | output.get("secrets", {})
