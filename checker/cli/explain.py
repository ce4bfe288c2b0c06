"""`tfcheck explain`: explains a policy or a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from checker import shipped
from checker.catalogue.lookup import policy_named
from checker.cli.completing import complete_policies
from checker.cli.showing import catalogue_of, config_option, no_color_option, policy_option, told
from checker.cli.terminal import render_options
from checker.errors import UsageError
from checker.past_report import past_finding
from checker.policy_pages.examples import examples_of
from checker.policy_pages.explanation import explanation

if TYPE_CHECKING:
    from checker.catalogue import Catalogue
    from checker.model import Policy
    from checker.past_report import PastFinding
    from checker.policy_pages.examples import Example
    from checker.reporters import RenderOptions

_FINGERPRINT = re.compile(r"[0-9a-fA-F]{4,32}")


@click.command(
    epilog="""\b
Examples:
  tfcheck explain DBX-ML-001
  tfcheck plan.json --format text --format json=report.json -v
  tfcheck explain 47324ac0 --report report.json
"""
)
@click.argument("what", metavar="ID|FINDING", shell_complete=complete_policies)
@click.option("--report", metavar="FILE", help="Report as JSON that the finding is in; - is standard input.")
@policy_option
@config_option
@no_color_option
def explain(what: str, report: str | None, folders: tuple[str, ...], config: str | None, *, no_color: bool) -> int:
    """Explain a policy or a finding: why it matters, what to do, examples, controls, and how to waive it.

    ID is the id of a policy. FINDING is the fingerprint of a finding, or its beginning: reports for
    programs have it, and the text with --verbose.
    """
    catalogue = catalogue_of(folders, config)
    click.echo(_page(what, report, catalogue, render_options(no_color=no_color)), nl=False, color=True)
    return told(catalogue)


def _page(what: str, report: str | None, catalogue: Catalogue, options: RenderOptions) -> str:
    if not _FINGERPRINT.fullmatch(what) or any(what in policy.names for policy in catalogue.policies):
        policy = policy_named(what, catalogue.policies)
        return explanation(policy, _examples(policy), options)
    past = _past(what, report)
    policy = policy_named(past.finding.policy, catalogue.policies)
    return explanation(policy, _examples(policy), options, finding=past.finding, file=past.document)


def _past(what: str, report: str | None) -> PastFinding:
    if report is None:
        hint = f"tfcheck plan.json --format json=report.json, then tfcheck explain {what} --report report.json"
        raise UsageError(f"{what} is no policy; a finding is looked up in a report", hint)
    return past_finding(report, what)


def _examples(policy: Policy) -> tuple[Example, ...]:
    return examples_of(policy.id, shipped.examples())
