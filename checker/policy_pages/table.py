"""Many policies as a table, group by group."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from checker.frameworks import AWAITS_REVIEW, FRAMEWORKS
from checker.reporters.headline import counted
from checker.reporters.text.page import Ink, Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from checker.model import Policy
    from checker.reporters.options import RenderOptions

_NARROWEST_TITLE = 30  # cells; where less is left, the sets stand below the title


def table(policies: Sequence[Policy], options: RenderOptions, *, framework: str | None = None) -> str:
    """Id, severity, sets and title of each, wrapped to the width; deprecated ones say so.

    With a framework also the controls of it that each answers for.
    """
    page = Page(options)
    ids = max((len(policy.id) for policy in policies), default=0)
    severities = max((len(policy.severity.label) for policy in policies), default=0)
    sets = max((len(_sets(policy)) for policy in policies), default=0)
    before = 2 + ids + 2 + severities + 2
    has_column = options.width - before - sets - 2 >= _NARROWEST_TITLE
    for group, members in groupby(sorted(policies, key=lambda each: (each.group, each.id)), lambda each: each.group):
        page.gap()
        page.write(Ink(group or "(no group)", "heading"))
        for policy in members:
            column = f"{_sets(policy):{sets}}  " if has_column else ""
            page.write(
                Ink(f"{policy.id:{ids}}", "strong"),
                "  ",
                Ink(f"{policy.severity.label:{severities}}", policy.severity.label),
                "  ",
                Ink(column, "faint"),
                _title(policy),
                indent=2,
                hang=before + len(column) - 2,
            )
            if not has_column:
                page.write(Ink(_sets(policy), "faint"), indent=before)
            if framework is not None:
                page.write(Ink(", ".join(policy.controls[framework]), "faint"), indent=before + len(column))
    page.gap()
    page.write(counted(len(policies), "policy"))
    if framework is not None and not FRAMEWORKS[framework].is_reviewed:
        page.write(Ink(AWAITS_REVIEW, "faint"))
    return page.text()


def _sets(policy: Policy) -> str:
    return ",".join(policy.sets)


def _title(policy: Policy) -> str:
    return f"{policy.title} (deprecated)" if policy.deprecated else policy.title
