"""Tells the target of a Databricks bundle from where its deployment metadata lies.

A bundle writes `….bundle/<name>/<target>/state/metadata.json` into `deployment` of its jobs and
pipelines: https://docs.databricks.com/en/dev-tools/bundles/settings.html#root_path (the default).
With a `root_path` of its own the place says nothing.
"""

from __future__ import annotations

import re
from typing import Any

from msgspec import Struct, field

_TYPES = frozenset({"databricks_job", "databricks_pipeline"})
_METADATA = re.compile(r"/\.bundle/[^/]+/([^/]+)/state/metadata\.json$")


class BundleTargets(Struct):
    """The targets that the resources of one document name."""

    _found: set[str] = field(default_factory=set)

    def note(self, type_: str, values: dict[str, Any]) -> None:
        """Note what one resource says."""
        deployments = values.get("deployment") if type_ in _TYPES else None
        for deployment in deployments if isinstance(deployments, list) else ():
            path = deployment.get("metadata_file_path") if isinstance(deployment, dict) else None
            if isinstance(path, str) and (match := _METADATA.search(path)):
                self._found.add(match[1])

    def add_all_of(self, other: BundleTargets) -> None:
        """Note what the resources noted there say."""
        self._found |= other._found

    @property
    def target(self) -> str | None:
        """The one target that all of them name; None where none does, or where they disagree."""
        return next(iter(self._found)) if len(self._found) == 1 else None
