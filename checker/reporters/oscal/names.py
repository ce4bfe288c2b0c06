"""How things are named in OSCAL: the same things the same in every rendering."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from uuid import UUID, uuid5

from checker.reporters.json_text import encodable
from checker.reporters.places import slashed
from checker.reporters.text.safe import safe
from checker.reporters.text.wording import prose

if TYPE_CHECKING:
    from checker.model import Document, PolicyRun, Report

_NAMESPACE = UUID("6a6f1f0e-8a3e-5f0b-9d51-2f6c1b7e4d20")  # never to change
_PROPERTIES = "https://tfcheck.dev/ns/oscal"
_NOT_IN_TOKENS = re.compile(r"[^\w.-]+")
_ENHANCEMENT = re.compile(r"\((\d+)\)")


class Names:
    """UUIDs (version 5) of one report: of what was checked, when, with which policies."""

    def __init__(self, report: Report) -> None:
        files = "\0".join(slashed(document.file) for document in report.documents)
        key = f"{report.started.isoformat()}\0{report.policy_digest}\0{files}"
        self._space = uuid5(_NAMESPACE, encodable(key))

    def uuid(self, *parts: str) -> str:
        """The one for these words."""
        return str(uuid5(self._space, encodable("\0".join(parts))))

    def of_run(self, run: PolicyRun) -> str:
        """Of what a policy said about a document."""
        return self.uuid("run", run.policy.id, slashed(run.document.file))

    def of_resource(self, document: Document, address: str) -> str:
        """Of a resource."""
        return self.uuid("resource", slashed(document.file), address)


def prop(name: str, value: str) -> dict[str, str]:
    """A property of tfcheck's own."""
    return {"name": name, "ns": _PROPERTIES, "value": words(value)}


def words(text: str) -> str:
    """One line that says something: OSCAL allows no empty text."""
    return prose(safe(prose(text))) or "-"


def control_id(framework: str, control: str) -> str:
    """As NIST's catalogue has it, such as `ac-6.9`; of others with their name, for a token begins with a letter."""
    token = _NOT_IN_TOKENS.sub("-", _ENHANCEMENT.sub(r".\1", control)).strip("-.").lower()
    return token if framework == "nist-800-53" else f"{framework}-{token}"
