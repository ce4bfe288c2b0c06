"""The tables of docs/engines.md are what the script would write."""

from __future__ import annotations

import pytest

from tests.engines import opa_cases, table

DOCUMENT = table.DOCUMENT.read_text(encoding="utf-8")
CASES = opa_cases.folder(table.opa_version())

REWRITE = "make engine-table writes it again"


@pytest.mark.parametrize(("name", "write"), [("functions", table.functions), ("programs", table.programs)])
def test_a_table_is_up_to_date(name, write):
    assert table.part_of(DOCUMENT, name) == write(), REWRITE


@pytest.mark.skipif(CASES is None, reason="no test cases of OPA here, which `make opa` fetches with Go")
def test_the_table_of_the_cases_of_opa_is_up_to_date():
    assert table.part_of(DOCUMENT, "cases") == table.cases(CASES), REWRITE


def test_every_part_is_there():
    assert all(len(table.part_of(DOCUMENT, name)) > 200 for name in table.PARTS)


def test_only_the_part_is_written_again():
    begin, end = table._marks("functions")
    document = f"above\n{begin}\nold\n{end}\nbelow\n"
    assert table.with_part(document, "functions", "new") == f"above\n{begin}\nnew\n{end}\nbelow\n"
