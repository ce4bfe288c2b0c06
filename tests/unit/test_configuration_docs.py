"""What the documentation of the configuration shows is what tfcheck does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checker import shipped
from checker.catalogue import read_catalogue
from checker.catalogue.parameters import validate_parameters
from checker.configuration import Configuration, read
from checker.errors import UsageError
from checker.sources import remarks
from checker.waivers import refuse_unknown_policies

DOCS = Path(__file__).parents[2] / "docs"
PAGES = ("configuration.md", "waivers.md")
_BLOCK = re.compile(r"^```yaml\n# (?P<name>\S+\.yaml)\n(?P<rest>.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(page: str) -> list[tuple[str, str]]:
    """The names that the examples bear in their first line, and their text."""
    text = (DOCS / page).read_text(encoding="utf-8")
    return [(match["name"], f"# {match['name']}\n{match['rest']}") for match in _BLOCK.finditer(text)]


EXAMPLES = [(page, *block) for page in PAGES for block in blocks(page)]
SETTINGS = [(page, text) for page, name, text in EXAMPLES if name == "tfcheck.yaml"]
WAIVER_FILES = {name: text for _, name, text in EXAMPLES if name.startswith("waivers/")}


@pytest.fixture(autouse=True)
def _beside_the_waiver_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("waivers").mkdir()
    for name, text in WAIVER_FILES.items():
        Path(name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("page", PAGES)
def test_every_example_has_a_name_and_is_tested(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    assert text.count("```yaml") == len(blocks(page)) > 0
    assert {name for name, _ in blocks(page)} <= {"tfcheck.yaml", "wrong.yaml", *WAIVER_FILES}


@pytest.mark.parametrize(("page", "text"), SETTINGS, ids=lambda value: str(value)[:20])
def test_examples_of_settings_are_read(page: str, text: str) -> None:
    Path("tfcheck.yaml").write_text(text, encoding="utf-8")
    assert read(Path("tfcheck.yaml")) != Configuration(), page


@pytest.mark.parametrize("name", WAIVER_FILES)
def test_examples_of_waiver_files_are_read(name: str) -> None:
    Path("tfcheck.yaml").write_text(f"waiver_files: [{name}]", encoding="utf-8")
    waivers = read(Path("tfcheck.yaml")).waivers
    assert waivers
    assert {waiver.location.file for waiver in waivers if waiver.location} == {name}


@pytest.mark.parametrize(("page", "text"), SETTINGS, ids=lambda value: str(value)[:20])
def test_examples_name_policies_that_tfcheck_ships(page: str, text: str) -> None:
    catalogue = read_catalogue(shipped.policies(), (), shipped.schemas() / "policy/metadata.json")
    names = {name for policy in catalogue.policies for name in policy.names}
    Path("tfcheck.yaml").write_text(text, encoding="utf-8")
    configuration = read(Path("tfcheck.yaml"))
    refuse_unknown_policies(configuration.waivers or (), names)
    assert validate_parameters(configuration.parameters or {}, catalogue.policies), page
    assert names >= {*(configuration.severities or {})}


def test_the_example_of_errors_is_what_tfcheck_says() -> None:
    text = (DOCS / "configuration.md").read_text(encoding="utf-8")
    (wrong,) = (block for name, block in blocks("configuration.md") if name == "wrong.yaml")
    Path("wrong.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read(Path("wrong.yaml"))
    assert f"```text\n{caught.value}\n```" in text


def test_every_setting_stands_in_the_table() -> None:
    table = re.findall(r"^\| `(\w+)` \|", (DOCS / "configuration.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert table == list(shipped.schema("config/tfcheck.json")["properties"])


def test_every_key_of_a_waiver_stands_in_the_table() -> None:
    in_file, _, in_comments = (DOCS / "waivers.md").read_text(encoding="utf-8").partition("## In comments")
    table, other = (re.findall(r"^\| `(\w+)` \|.*\| (\w+) \|$", text, re.MULTILINE) for text in (in_file, in_comments))
    assert other == [(key, "required" if key in remarks.REQUIRED else "optional") for key in remarks.KEYS]
    waiver = shipped.schema("config/waivers.json")["$defs"]["waiver"]
    assert table == [(key, "required" if key in waiver["required"] else "optional") for key in waiver["properties"]]
