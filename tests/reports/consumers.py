"""Hands a rendered report to what reads its format: a schema, a library, a program."""

from __future__ import annotations

import csv
import json
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import cmarkgfm
import jsonschema
import junitparser
import openpyxl
import pypdf
import xmlschema
from cmarkgfm.cmark import Options
from tap.parser import Parser
from tinyhtml5.parser import HTMLParser
from trestle.oscal.assessment_results import Model

from checker.reporters import RenderOptions, reporter
from tests.reports import gitlab
from tests.reports.ci_systems import azure_commands, github_commands

if TYPE_CHECKING:
    from collections.abc import Callable

    from checker.model import Report

SCHEMAS = Path(__file__).parents[1] / "schemas"
OWN = Path(__file__).parents[2] / "schemas/output/report.json"


def rendered(form: str, report: Report, **options: Any) -> str:
    """The text of a format that is one."""
    text = reporter(form)(report, RenderOptions(**options))
    assert isinstance(text, str)
    return text


@cache
def _schema(form: str) -> Any:
    hand_written = {"gitlab-sast": gitlab.SAST, "gitlab-codequality": gitlab.CODE_QUALITY}
    files = {"sarif": SCHEMAS / "sarif-2.1.0.json", "json": OWN}
    return hand_written.get(form) or json.loads(files[form].read_bytes())


def read_json(form: str, text: str) -> Any:
    """What it holds, if it is valid by the format's schema."""
    value = json.loads(text)
    kind = jsonschema.validators.validator_for(_schema(form))
    faults = kind(_schema(form), format_checker=kind.FORMAT_CHECKER).iter_errors(value)
    assert [f"{fault.json_path}: {fault.message[:300]}" for fault in faults] == []
    return value


@cache
def _junit_schema() -> Any:
    return xmlschema.XMLSchema(str(SCHEMAS / "junit-10.xsd"))


def read_junit(text: str) -> junitparser.JUnitXml:
    """The suites, if they are valid by Jenkins' schema."""
    _junit_schema().validate(text)
    return junitparser.JUnitXml.fromstring(text.encode())


def read_tap(text: str) -> list[Any]:
    """The lines; every one is understood, and the plan is kept."""
    lines = list(Parser().parse_text(text))
    assert [line for line in lines if line.category in ("unknown", "bail")] == []
    tests = [line for line in lines if line.category == "test"]
    (plan,) = [line for line in lines if line.category == "plan"]
    assert plan.expected_tests == len(tests)
    return lines


def read_markdown(text: str) -> str:
    """HTML as GitHub's own parser makes it, before anything is filtered."""
    return str(cmarkgfm.github_flavored_markdown_to_html(text, options=Options.CMARK_OPT_UNSAFE))


def read_csv(text: str) -> list[dict[str, str]]:
    """The rows, each as long as the heading."""
    rows = list(csv.DictReader(StringIO(text, newline=""), strict=True))
    assert all(None not in row and None not in row.values() for row in rows)
    return rows


def read_xlsx(data: bytes) -> dict[str, list[list[str]]]:
    """The texts of each sheet; every cell is text."""
    book = openpyxl.load_workbook(BytesIO(data))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s"}
    return {sheet.title: [[cell.value or "" for cell in row] for row in sheet.iter_rows()] for sheet in book}


def read_html(text: str) -> Any:
    """The tree, if nothing in the page has to be put right."""
    parser = HTMLParser(namespace_html_elements=False)
    tree = parser.parse(text)
    assert parser.errors == []
    return tree


def read_pdf(data: bytes) -> list[str]:
    """The text of each page; the file is whole, and tagged for those who do not see it."""
    reader = pypdf.PdfReader(BytesIO(data), strict=True)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return [page.extract_text() for page in reader.pages]


def spoken_in_pdf(data: bytes) -> list[tuple[str, str]]:
    """The tags of its structure, with the words that stand for pictures."""
    reader = pypdf.PdfReader(BytesIO(data), strict=True)
    elements = [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]
    tagged = [each for each in elements if isinstance(each, dict) and each.get("/Type") == "/StructElem"]
    return [(str(each["/S"]), str(each.get("/Alt", ""))) for each in tagged]


def read_oscal(text: str) -> Any:
    """The results, if compliance-trestle takes them, with everything referred to in its place."""
    value = json.loads(text)
    Model.model_validate(value)
    return value["assessment-results"]


CONSUMERS: dict[str, Callable[[Any], Any]] = {
    "text": str,
    "json": lambda text: read_json("json", text),
    "sarif": lambda text: read_json("sarif", text),
    "junit": read_junit,
    "tap": read_tap,
    "markdown": read_markdown,
    "github": github_commands,
    "github-summary": read_markdown,
    "gitlab-codequality": lambda text: read_json("gitlab-codequality", text),
    "gitlab-sast": lambda text: read_json("gitlab-sast", text),
    "azure": azure_commands,
    "csv": read_csv,
    "xlsx": read_xlsx,
    "oscal": read_oscal,
    "html": read_html,
    "pdf": read_pdf,
}
