"""Masks secrets, so that nothing after the reader ever holds one.

A secret is what Terraform marks sensitive, what the provider's schema calls sensitive, a literal
under a name that says secret, and whatever has the form of a credential. A mask keeps that a value
is there: equal secrets get equal masks within a run, and nobody can go back, for the key of the
hash is never kept.
"""

from __future__ import annotations

import binascii
import os
import re
from functools import partial
from hashlib import blake2s
from typing import TYPE_CHECKING, Any

from msgspec import Struct, field

from checker import credentials
from checker.sources import jsontext
from checker.sources.paths import attribute_path
from checker.sources.secret_names import embedded, is_reference, may_embed, may_name, named_paths
from checker.sources.seen import SeenSecrets, may_be_name
from checker.sources.trees import Path, holder, nearest, rewritten, strings, tree_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_ENCODED = "content_base64"  # of databricks_notebook, databricks_workspace_file, local_file and others
_MASK = re.compile(r"\(sensitive value [0-9a-f]{12}\)")
_BY_CODE = frozenset({"type", "name", "mode", "action", "provider"})  # members of a view that no value gets into
_ADDRESSES = frozenset({"address", "previous_address", "module", "depends_on"})


class Masked(Struct):
    """What masking found in one tree of values."""

    secrets: dict[Path, dict[str, Any]] = {}  # why, by place
    _hidden: list[Path] = []

    @property
    def reasons(self) -> dict[str, dict[str, Any]]:
        """Attribute path → why it is masked."""
        return {attribute_path(path): why for path, why in self.secrets.items()}

    @property
    def hidden(self) -> Any:
        """An unknown tree of what was taken out, since it cannot be masked without lying about it."""
        return tree_of(self._hidden)

    def note(self, path: Path, why: dict[str, Any]) -> None:
        """The first reason found for a place stands."""
        self.secrets.setdefault(path, why)

    def hide(self, path: Path) -> None:
        """A value at this path was taken out."""
        self._hidden.append(path)


class SecretFinder(Struct):
    """Finds and masks the secrets of one document; remembers them while that document is read."""

    by_schema: Mapping[str, Iterable[str]]  # resource type → attribute paths, blocks by name: a.b.c
    seen: SeenSecrets = field(default_factory=SeenSecrets)
    _key: bytes = field(default_factory=lambda: os.urandom(16))
    _schema_paths: dict[str, tuple[tuple[str, ...], ...]] = {}
    _schema_keys: dict[str, tuple[bytes, ...]] = {}  # the last steps of those paths

    def sibling(self) -> SecretFinder:
        """One that masks alike and has seen the same, for another part of the document."""
        return SecretFinder(self.by_schema, self.seen.copy(), self._key)

    def may_hold_schema_secrets(self, type_: str, text: bytes) -> bool:
        """Whether this JSON text of a resource may hold what the provider's schema calls sensitive."""
        if type_ not in self._schema_keys:
            names = {names[-1] for names in self._paths_of(type_)}
            self._schema_keys[type_] = tuple(b"%s:" % jsontext.text(name) for name in names)
        return any(key in text for key in self._schema_keys[type_])

    def mask(self, type_: str, values: dict[str, Any], text: bytes, marks: Any) -> Masked:
        """Mask the secrets of one resource in place.

        `text` is `values` as JSON: it is searched first, since most resources hold no secret.
        `marks` is Terraform's own tree of sensitive marks (`after_sensitive`, `sensitive_values`).
        Numbers and booleans cannot be masked without lying about them: they become None.
        """
        found = Masked()
        for path in marked_paths(marks):
            for place in [path] if path else [(name,) for name in values]:
                self._mask_below(values, place, found, {"kind": "marked", "marked": True})
        for names in self._paths_of(type_):
            for path in _instances(values, names):
                self._mask_below(values, path, found, {"kind": "schema", "marked": False})
        self.mask_recognisable(values, text, found)
        return found

    def mask_recognisable(self, values: Any, text: bytes, found: Masked) -> None:
        """Mask in place what by its form or by its name is a credential; `text` is `values` as JSON."""
        if credentials.may_hold(text):
            self._mask_forms(values, found)
        if may_embed(text):
            self._mask_embedded(values, found)
        if _ENCODED.encode() in text:
            self._mask_encoded(values, found)
        if may_name(text):
            for path in list(named_paths(values)):
                self._mask_below(values, path, found, {"kind": "named", "marked": False})

    def mask_everything(self, value: Any) -> Any:
        """The value with each of its leaves masked; numbers and booleans become None."""
        if isinstance(value, dict):
            return {
                key if may_be_name(key) else self._masked(key): self.mask_everything(item)
                for key, item in value.items()
            }
        if isinstance(value, list):
            return [self.mask_everything(item) for item in value]
        return self._masked(value) if isinstance(value, str) else None

    def line(self, text: str) -> str:
        """A name, key or message without whatever has the form of a credential."""
        return credentials.without(text, lambda secret, _: self._masked(secret))

    def clean(self, tree: Any) -> Any:
        """A copy of a tree with each of its strings and keys as `line` writes them."""
        return rewritten(tree, self.line)

    def mask_seen(self, values: Any) -> Masked:
        """Mask in place strings that are, or hold, a secret seen elsewhere in the document."""
        found = Masked()
        for path, value in list(strings(values)):
            masked = self.seen.replaced(value, self._masked)
            if masked != value:
                container, key = holder(values, path)
                container[key] = masked
                found.note(path, {"kind": "marked", "marked": False})
        return found

    def without_seen(self, text: str) -> str:
        """A key or message without secrets seen in the document."""
        return self.seen.replaced_inside(text, self._masked)

    def head_without_seen(self, head: dict[str, Any]) -> dict[str, Any]:
        """The members of a view that are no values, without secrets in keys of instances and of maps."""
        clean = {name: rewritten(part, self._rewriter(name)) for name, part in head.items() if name not in _BY_CODE}
        if "links" in head:
            clean["links"] = {
                self.without_seen(path): [self.address_without_seen(address) for address in addresses]
                for path, addresses in head["links"].items()
            }
        return head | clean

    def address_without_seen(self, address: str) -> str:
        """An address without secrets in the keys of its instances; names in it come from the code."""
        return self.seen.replaced_in_keys(address, self._masked)

    def _rewriter(self, name: str) -> Callable[[str], str]:
        return self.address_without_seen if name in _ADDRESSES else self.without_seen

    def _mask_below(self, values: Any, path: Path, found: Masked, why: dict[str, Any]) -> None:
        place = nearest(values, path)
        if not place:
            return
        container, key = holder(values, place)
        value = container[key]
        if isinstance(value, dict) and why["kind"] == "marked" and not all(map(may_be_name, value)):
            self.seen.add_all(value)  # the keys of a sensitive map are secret too
            container[key] = None
            found.hide(place)
            found.note(place, why)
        elif isinstance(value, (dict, list)):
            for inner in list(value) if isinstance(value, dict) else range(len(value)):
                self._mask_below(values, (*place, inner), found, why)
        elif isinstance(value, str):
            if value and not _MASK.fullmatch(value) and not is_reference(value):
                container[key] = self._masked(value)
                found.note(place, why)
        elif value is not None:
            container[key] = None
            found.hide(place)
            found.note(place, why)

    def _mask_forms(self, values: Any, found: Masked) -> None:
        for path, value in list(strings(values)):
            forms: list[str] = []
            masked = credentials.without(value, partial(self._noted, forms))
            if forms:
                container, key = holder(values, path)
                container[key] = masked
                found.note(path, _reason(max(forms)))

    def _mask_encoded(self, values: Any, found: Masked) -> None:
        """Mask the content of files in which a credential stands, as a whole."""
        for path, value in list(strings(values)):
            if path[-1] == _ENCODED:
                forms: list[str] = []
                credentials.without(_decoded(value), partial(self._noted, forms))
                if forms:
                    container, key = holder(values, path)
                    container[key] = self._masked(value)
                    found.note(path, _reason(max(forms)))

    def _noted(self, forms: list[str], secret: str, form: str) -> str:
        forms.append(form)
        return self._masked(secret)

    def _mask_embedded(self, values: Any, found: Masked) -> None:
        for path, value in list(strings(values)):
            masked = value
            for member in reversed(embedded(value)):  # from the end, so that places stay right
                if not _MASK.fullmatch(member[2]):
                    masked = f"{masked[: member.start(2)]}{self._masked(member[2])}{masked[member.end(2) :]}"
            if masked != value:
                container, key = holder(values, path)
                container[key] = masked
                found.note(path, _reason(""))

    def _masked(self, value: str) -> str:
        if not value:
            return value
        if not _MASK.search(value):  # else it was masked in part, and that part is remembered
            self.seen.add(value)
        digest = blake2s(value.encode(), key=self._key, digest_size=6).hexdigest()
        return f"(sensitive value {digest})"

    def _paths_of(self, type_: str) -> tuple[tuple[str, ...], ...]:
        if type_ not in self._schema_paths:
            self._schema_paths[type_] = tuple(tuple(path.split(".")) for path in self.by_schema.get(type_, ()))
        return self._schema_paths[type_]


def _decoded(text: str) -> str:
    try:
        return binascii.a2b_base64(text).decode("utf-8", "replace")
    except ValueError:  # no base64, such as a mask
        return ""


def marked_paths(marks: Any, path: Path = ()) -> Iterable[Path]:
    """The paths at which a tree of marks says true; `false` and missing mean not sensitive."""
    if marks is True:
        yield path
    elif isinstance(marks, dict):  # also of lists, by index, as states have them
        for key, mark in marks.items():
            if mark:
                yield from marked_paths(mark, (*path, key))
    elif isinstance(marks, list):
        for index, mark in enumerate(marks):
            if mark:
                yield from marked_paths(mark, (*path, index))


def _reason(form: str) -> dict[str, Any]:
    """Why something of this form is masked; without a form, its name alone speaks against it."""
    return {"kind": "token", "marked": False, "token": form} if form else {"kind": "named", "marked": False}


def _instances(values: Any, names: tuple[str, ...], path: Path = ()) -> Iterable[Path]:
    """The paths of an attribute in every block on the way to it."""
    if isinstance(values, list):
        for index, item in enumerate(values):
            yield from _instances(item, names, (*path, index))
    elif not names:
        yield path
    elif isinstance(values, dict) and names[0] in values:
        yield from (
            _instances(values[names[0]], names[1:], (*path, names[0])) if len(names) > 1 else ((*path, names[0]),)
        )
