"""The HTML report says everything, obeys nothing, and needs nothing but itself."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from typing import Any

import pytest
from msgspec.structs import replace

from checker.model import Severity
from checker.reporters.audit.graph import _MOST_BOXES
from tests.reports.consumers import read_html, rendered
from tests.unit import reporter_reports as reports

SVG = "{http://www.w3.org/2000/svg}"
ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>'\"&lt;{{7*7}}{% raw %}"


def text_of(element: Any) -> str:
    return " ".join("".join(element.itertext()).replace("\u200b", "").split())


def section(tree: Any, name: str) -> Any:
    (found,) = [each for each in tree.iter("section") if each.get("id") == name]
    return found


@pytest.fixture(scope="module")
def page() -> Any:
    return read_html(rendered("html", reports.EVIDENT))


def test_the_cover_says_what_was_checked_by_what(page: Any) -> None:
    told = text_of(page)
    for fact in ("5f2d0a86-5d6f-7c1b-0f7f-0d3b6ac1f6cc", "41", "1.11.4", "regorus 0.13.0", "2026-11-23 09:30:00+00:00"):
        assert fact in told
    assert reports.ALL.policy_digest in told


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("all", "The check is not complete"),
        ("broken", "The check is not complete"),
        ("unreadable", "The check is not complete"),
        ("failed", "There are open findings"),
        ("undecided", "Nothing is open, but not everything is decided"),
        ("clean", "Nothing is open"),
        ("not-applicable", "There was nothing to judge"),
    ],
)
def test_the_verdict_is_told_at_a_glance(name: str, title: str) -> None:
    verdict = section(read_html(rendered("html", reports.REPORTS[name])), "verdict")
    assert text_of(verdict.find("h2")) == title


def test_every_finding_is_there_once_in_its_section(page: Any) -> None:
    entries = {
        name: [text_of(each.find("p")) for each in section(page, name).iter("li") if "entry" in each.get("class", "")]
        for name in ("findings", "undecided")
    }
    assert entries["findings"] == [
        "databricks_model_serving.assistant create",
        "databricks_job.nightly create",
        'module.models.databricks_grants.registered_model["churn"] create',
        'module.models.databricks_grants.registered_model["fraud"] create',
        'module.models.databricks_grants.registered_model["spend"] create',
        "databricks_job.nightly create",
    ]
    assert entries["undecided"] == ["databricks_permissions.experiment create"]


def test_a_finding_has_its_values_its_place_and_what_to_do(page: Any) -> None:
    told = text_of(section(page, "findings"))
    assert "run_as[0].user_name: runs as jane.doe@example.com, wanted a service principal" in told
    assert 'Before"deploy@example.com" After"jane.doe@example.com" Placejobs.tf:31:3' in told
    assert "What to doSet run_as { service_principal_name }." in told
    assert "Waiver expiredThe vendor's export needs a named account" in told
    assert "Valuenot set" in told
    assert "Afterknown only after apply" in text_of(section(page, "undecided"))


def test_waived_broken_passed_and_idle_are_told_with_their_reasons(page: Any) -> None:
    waived = text_of(section(page, "waived"))
    for part in (reports.WAIVER.reason, reports.WAIVER.owner, "2027-01-31", "OPS-118", "Goes away with the migration."):
        assert part in waived
    assert "eval_conflict_error" in text_of(section(page, "trouble"))
    assert "databricks_catalog.main" in text_of(section(page, "passed"))
    assert "DBX-UC-016" in text_of(section(page, "idle"))


def test_frameworks_have_the_controls_that_no_policy_covers_and_await_review(page: Any) -> None:
    told = text_of(section(page, "frameworks"))
    assert "2 of 300 controls covered." in told
    assert "298 controls that no policy of this check covers" in told
    assert "AU-2 Event Logging" in told
    assert "The mapping awaits review." in told


def test_nothing_from_outside_is_markup_or_template() -> None:
    finding = reports.finding(reports.RUN_AS, ATTACK, ATTACK, ATTACK, location=reports.at(ATTACK, ATTACK))
    document = reports.document(ATTACK, "plan", (ATTACK, ATTACK), lineage=ATTACK, target=ATTACK)
    document = replace(document, relations={ATTACK: (f"{ATTACK}2",)})
    policy = replace(reports.RUN_AS, title=ATTACK, references=("javascript:alert(1)", f"https://x/{ATTACK}"))
    text = rendered("html", reports.report((document,), (reports.run(policy, document, finding),), uncovered=(ATTACK,)))
    tree = read_html(text)
    tags = Counter(str(each.tag).removeprefix(SVG) for each in tree.iter())
    assert (tags["script"], tags["img"], tags["image"]) == (1, 0, 0)
    assert [each for each in tree.iter() for name in each.attrib if name.startswith("on")] == []
    links = {each.get("href") for each in tree.iter("a")}
    assert {link.partition(":")[0] for link in links if not link.startswith("#")} == {"https"}
    assert "{{7*7}}" in text


def test_the_page_needs_nothing_else(page: Any) -> None:
    loading = {"src", "srcset", "data", "poster", "action", "background"}
    assert [each.tag for each in page.iter() if loading & set(each.attrib)] == []
    assert list(page.iter("link")) == []
    style = "".join(text_of(each) for tag in ("style", f"{SVG}style") for each in page.iter(tag))
    assert re.findall(r"@import|url\((?!#)", style) == []
    (policy,) = [each.get("content") for each in page.iter("meta") if each.get("http-equiv")]
    assert policy.startswith("default-src 'none'; ")


def test_headings_go_down_by_one_level_at_a_time(page: Any) -> None:
    levels = [int(each.tag[1]) for each in page.iter() if each.tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_graph_is_cut_where_it_is_large_and_says_so() -> None:
    addresses = [f"databricks_job.j{number:03}" for number in range(90)]
    document = reports.document("plan.json", "plan", *((each, "databricks_job") for each in addresses))
    document = replace(document, relations=dict.fromkeys(addresses[1:], (addresses[0],)))
    finding = reports.finding(reports.RUN_AS, addresses[88], "run_as", "is wrong")
    tree = read_html(rendered("html", reports.report((document,), (reports.run(reports.RUN_AS, document, finding),))))
    (graph,) = [each for each in tree.iter(f"{SVG}svg") if each.get("class") == "graph"]
    titles = [text_of(each) for each in graph.iter(f"{SVG}title")]
    assert len(titles) == _MOST_BOXES
    assert addresses[88] in titles
    assert "90 resources that refer to others or are referred to; 60 of them are drawn" in text_of(tree)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_the_contrast_that_wcag_wants_by_day_and_by_night() -> None:
    style = rendered("html", reports.CLEAN).partition("</style>")[0]
    day, night, *_ = (
        dict(re.findall(r"--([\w-]+): (#\w{6});", each)) for each in re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    )
    for colours in (day, day | night):
        on_bars = [each.label for each in Severity] + ["failed", "undecided", "passed", "broken", "not-applicable"]
        pairs = [("on-bar", each) for each in on_bars] + [(each, "card") for each in on_bars]
        pairs += [
            ("ink", "page"),
            ("ink", "card"),
            ("ink", "code"),
            ("faint", "page"),
            ("faint", "card"),
            ("on-none", "none"),
        ]
        pairs += [("faint", "code"), ("link", "page"), ("link", "card")]
        low = {pair: _contrast(*(colours[each] for each in pair)) for pair in pairs}
        assert {pair: contrast for pair, contrast in low.items() if contrast < 4.5} == {}


def test_without_its_libraries_it_says_how_to_get_them() -> None:
    code = (
        "import sys; sys.modules['pygal'] = None\n"
        "from checker.errors import UsageError\nfrom checker.reporters import reporter\n"
        "try:\n    reporter('html')\nexcept UsageError as error:\n    print(error, error.hint)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "the format html needs Jinja2, pygal and igraph python -m pip install 'tfcheck[html]'\n"
