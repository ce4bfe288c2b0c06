"""Takes single resources out of the text of a document."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from checker.model import Document, Resource


class _Text(msgspec.Struct):
    resources: dict[str, dict[str, msgspec.Raw]] = {}


_text = msgspec.json.Decoder(_Text)


class Views:
    """What policies see of each resource."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def values(self, resource: Resource) -> dict[str, Any]:
        """The values of a resource, masked; of one that goes away those it had."""
        found = self._view(resource)
        values: dict[str, Any] = found.get("values") or found.get("before") or {}
        return values

    def unknown(self, resource: Resource) -> Any:
        """The tree of what is not known before apply; False: nothing is unknown."""
        return self._view(resource).get("unknown", False)

    def _view(self, resource: Resource) -> dict[str, Any]:
        view = self._views.get(resource.type, {}).get(resource.address, msgspec.Raw(b"{}"))
        found: dict[str, Any] = msgspec.json.decode(view)
        return found

    @cached_property
    def _views(self) -> dict[str, dict[str, msgspec.Raw]]:
        return _text.decode(self._document.text).resources
