"""The HTML report in a real browser: read, searched, printed, and looked at by an accessibility checker."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace
from playwright.sync_api import expect, sync_playwright

from tests.browser.installed import AXE, CHROMIUM, VNU, needs_axe, needs_chromium, needs_vnu
from tests.reports.consumers import rendered
from tests.reports.test_html import ATTACK
from tests.unit import reporter_reports as reports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

MILLISECONDS = 120_000  # on a machine that is busy with other tests
SIZES = {"desktop": 1400, "phone": 400}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        # The sandbox needs what a container may not have; the pages are our own.
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=MILLISECONDS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("html") / "report.html"
    path.write_text(rendered("html", reports.EVIDENT), encoding="utf-8")
    return path


def opened(browser: Browser, file: Path, **context: Any) -> Page:
    page = browser.new_context(**context).new_page()
    page.set_default_timeout(MILLISECONDS)
    page.goto(file.as_uri())
    return page


def shown(page: Page) -> Locator:
    return page.locator(".entry:visible")


@needs_chromium
@needs_axe
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_everybody_can_read_it(size: str, scheme: Any, browser: Browser, file: Path) -> None:
    page = opened(browser, file, viewport={"width": SIZES[size], "height": 900}, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.evaluate(f"{AXE.read_text(encoding='utf-8')};0")
    found = page.evaluate("axe.run()")
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []
    looked_at = {each["id"] for each in found["passes"]}
    assert {"color-contrast", "heading-order", "region", "th-has-data-cells"} <= looked_at


@needs_chromium
@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_wider_than_the_screen(size: str, browser: Browser, file: Path) -> None:
    page = opened(browser, file, viewport={"width": SIZES[size], "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") == SIZES[size]


@needs_chromium
def test_it_loads_nothing_and_complains_about_nothing(browser: Browser, file: Path) -> None:
    page = browser.new_page()
    asked, said = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(file.as_uri(), timeout=MILLISECONDS)
    expect(page.get_by_role("status")).to_have_text("7 shown", timeout=MILLISECONDS)
    assert asked == [file.as_uri()]
    assert said == []


@needs_chromium
def test_without_script_everything_is_there(browser: Browser, file: Path) -> None:
    page = opened(browser, file, java_script_enabled=False)
    expect(shown(page)).to_have_count(7)
    expect(page.get_by_role("search")).to_have_count(0)


@needs_chromium
def test_findings_are_searched_and_filtered(browser: Browser, file: Path) -> None:
    page = opened(browser, file)
    status, search = page.get_by_role("status"), page.get_by_label("Search")
    search.fill("nightly TIMEOUT")
    expect(status).to_have_text("1 of 7 shown")
    expect(shown(page)).to_contain_text(["timeout_seconds"])
    search.fill("")
    expect(status).to_have_text("7 shown")
    page.get_by_label("high").uncheck()
    expect(status).to_have_text("2 of 7 shown")
    page.get_by_role("combobox", name="File", exact=True).select_option(reports.STATE)
    expect(status).to_have_text("1 of 7 shown")
    page.get_by_role("button", name="Show all").click()
    expect(status).to_have_text("7 shown")
    expect(shown(page)).to_have_count(7)


@needs_chromium
def test_findings_are_no_list_items_to_the_layout_which_numbers_those_anew_whenever_one_is_hidden(
    browser: Browser, file: Path
) -> None:
    page = opened(browser, file)
    looks = page.locator(".entry").evaluate_all("(all) => all.map((each) => getComputedStyle(each).display)")
    assert looks == ["block"] * 7


@needs_chromium
def test_what_is_folded_up_is_printed(browser: Browser, file: Path) -> None:
    page = opened(browser, file)
    control = page.get_by_text("AU-2 Event Logging")
    expect(control).to_be_hidden()
    page.emulate_media(media="print")
    expect(control).to_be_visible()
    expect(page.get_by_role("navigation")).to_be_hidden()


@needs_chromium
def test_an_attack_stays_text(browser: Browser, tmp_path: Path) -> None:
    finding = reports.finding(reports.RUN_AS, ATTACK, ATTACK, ATTACK)
    document = reports.document(ATTACK, "plan", (ATTACK, ATTACK), lineage=ATTACK)
    run = reports.run(replace(reports.RUN_AS, title=ATTACK), document, finding)
    path = tmp_path / "attack.html"
    path.write_text(rendered("html", reports.report((document,), (run,))), encoding="utf-8")
    page = browser.new_page()
    dialogs, requests = [], []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on("request", lambda request: requests.append(request.url))
    page.goto(path.as_uri(), timeout=MILLISECONDS)
    expect(page.locator(".entry .subject")).to_contain_text(ATTACK, timeout=MILLISECONDS)
    assert dialogs == []
    assert requests == [path.as_uri()]


@needs_vnu
def test_the_checker_of_the_w3c_finds_no_error(file: Path, tmp_path: Path) -> None:
    for name, report in reports.REPORTS.items():
        (tmp_path / f"{name}.html").write_text(rendered("html", report), encoding="utf-8")
    command = ["java", "-jar", str(VNU), "--errors-only", str(file), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
