"""Whatever a file holds, a check ends with a report or with problems that say what is wrong."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.check import check
from checker.settings import Settings
from checker.sources import UnreadableError
from tests.reading import LLMOPS, REAL_FILES, read_or_refuse

STARTED = datetime(2026, 11, 23, 9, tzinfo=UTC)
SMALL = sorted(file for file in REAL_FILES if file.stat().st_size < 20_000)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A real file with bytes flipped, cut out, doubled or put in, or its end cut off."""
    data = bytearray(draw(st.sampled_from(SMALL)).read_bytes())
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        match draw(st.sampled_from(["flip", "cut", "double", "insert", "end"])):
            case "flip" if at < len(data):
                data[at] = draw(st.integers(0, 255))
            case "cut":
                del data[at : at + draw(st.integers(1, 40))]
            case "double":
                data[at:at] = data[at : at + draw(st.integers(1, 400))]
            case "insert":
                data[at:at] = draw(
                    st.sampled_from([b"\0", b'"', b"{", b"]", b"\\", b"\\ud800", b"1e999", b"-", b"\xff"])
                )
            case _:
                del data[at:]
    return gzip.compress(bytes(data)) if draw(st.integers(0, 19)) == 0 else bytes(data)


@settings(max_examples=500, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.one_of(damaged(), st.binary(max_size=200)))
def test_the_reader_reads_or_says_why_not(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "input.json"
    file.write_bytes(data)
    came = read_or_refuse(file)
    if isinstance(came, UnreadableError):
        assert came.message
    else:
        json.loads(came.text)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(files=st.lists(damaged(), min_size=15, max_size=15))
def test_a_check_of_damaged_files_reports_on_each(files: list[bytes], tmp_path: Path) -> None:
    names = [str(tmp_path / f"{number}.json") for number in range(len(files))]
    for path, data in zip(names, files, strict=True):
        Path(path).write_bytes(data)
    report = check(Settings(files=(*names, str(LLMOPS / "prod/plan.json")), started=STARTED))
    looked_at = {document.file for document in report.documents}
    complained = {problem.location.file for problem in report.problems if problem.location}
    assert set(names) <= looked_at | complained
    assert [run.problem for run in report.runs if run.problem] == []
