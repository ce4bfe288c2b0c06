"""Writes a page for each shipped policy, docs/policies/<id>.md: `make policy-pages`.

What stands there comes from METADATA, from the examples, and from what the policy really says of them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from checker import shipped
from checker.catalogue import read_catalogue
from checker.frameworks import AWAITS_REVIEW, FRAMEWORKS, awaiting_review
from checker.reporters.markdown.escape import code, paragraphs, text
from checker.reporters.text.wording import prose
from tests.policies.examples import EXAMPLES, runs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from checker.model import Policy, PolicyRun

FOLDER = Path(__file__).parents[2] / "docs/policies"

_HEADINGS = {"bad": "Fails", "undecided": "Undecided", "good": "Passes"}
_LANGUAGES = {".tf": "terraform", ".yml": "yaml"}
_LOOKED_AT = {"terraform": "the document itself", "*": "resources of all types"}
_MOST_FINDINGS = 5  # of one example: the next ones say the same


@dataclass(frozen=True, slots=True, kw_only=True)
class _Example:
    source: Path | None  # None: neither Terraform's language nor YAML, so there is nothing short to show
    name: str
    run: PolicyRun


@cache
def policies() -> dict[str, Policy]:
    """All that are shipped."""
    catalogue = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")
    return {policy.id: policy for policy in catalogue.policies}


def page(policy: Policy) -> str:
    """The page of one policy."""
    parts = [
        f"<!-- Written by make policy-pages from METADATA and the examples. -->\n# {policy.id}: {text(policy.title)}",
        f"Severity {policy.severity.label}; sets {', '.join(policy.sets)}; looks at {_types(policy)}.",
        *([f"Deprecated: {text(policy.deprecated)}"] if policy.deprecated else []),
        paragraphs(policy.description),
        f"**What to do:** {text(policy.remediation)}",
        *_parameters(policy),
        *(part for example in _examples(policy.id) for part in _shown(example)),
        *_controls(policy),
        *(["## References", "\n".join(f"- <{address}>" for address in policy.references)] if policy.references else []),
    ]
    return "\n\n".join(parts) + "\n"


def _types(policy: Policy) -> str:
    return ", ".join(_LOOKED_AT.get(type_) or code(type_) for type_ in policy.resource_types)


def _parameters(policy: Policy) -> Iterator[str]:
    if policy.parameters:
        rows = (
            f"| {code(each.name)} | {code(json.dumps(each.default, ensure_ascii=False)).replace('|', chr(92) + '|')} "
            f"| {text(each.description)} |"
            for each in policy.parameters
        )
        yield "## Parameters"
        yield "\n".join(["| Name | Default | |", "|---|---|---|", *rows])


def _controls(policy: Policy) -> Iterator[str]:
    if policy.controls:
        yield "## Controls"
        yield "\n".join(f"- {FRAMEWORKS[name].title}: {', '.join(ids)}" for name, ids in policy.controls.items())
        if awaiting_review(policy.controls):
            yield text(AWAITS_REVIEW)


def _examples(policy: str) -> Iterator[_Example]:
    """The first of each kind that there is something to show of, else the first."""
    found = [_Example(source=_source(policy, name), name=name, run=run) for name, run in sorted(runs(policy).items())]
    for kind in _HEADINGS:
        of_kind = [example for example in found if example.name.startswith(kind)]
        yield from sorted(of_kind, key=lambda example: example.source is None)[:1]


def _source(policy: str, name: str) -> Path | None:
    stem = EXAMPLES / policy / name.partition(".")[0]
    paths = (*(stem.with_suffix(suffix) for suffix in _LANGUAGES), stem / "main.tf")
    return next((path for path in paths if path.is_file()), None)


def _shown(example: _Example) -> Iterator[str]:
    yield f"## {_HEADINGS[example.name.partition('-')[0]]}"
    if example.source is not None:
        lines = example.source.read_text(encoding="utf-8").splitlines()
        written = "\n".join(line for line in lines if not line.startswith("#:")).strip()
        yield f"```{_LANGUAGES[example.source.suffix]}\n{written}\n```"
    findings = [
        f"{finding.address}  {finding.path}\n  {prose(finding.message)}".replace("  \n", "\n")
        for finding in example.run.findings
    ]
    if findings:
        more = [f"and {len(findings) - _MOST_FINDINGS} more"] if len(findings) > _MOST_FINDINGS else []
        listed = "\n".join([*findings[:_MOST_FINDINGS], *more])
        yield f"```text\n{listed}\n```"


def main() -> None:
    """Write all pages; those of policies that are gone go too."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.md"):
        if path.stem not in policies():
            path.unlink()
    for policy in policies().values():
        (FOLDER / f"{policy.id}.md").write_text(page(policy), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
