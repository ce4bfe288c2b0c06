"""How long each format of a report takes, and how large it is: `python -m bench.reports`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).parents[1]))

from checker.reporters import REPORTERS, RenderOptions, reporter
from tests.unit.reporter_reports import many

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIZES: Final = (10, 1_000, 10_000)
_READ_BY: Final = {
    "text": "people",
    "json": "schemas/output/report.json",
    "sarif": "SARIF 2.1.0 schema, sarif-multitool",
    "junit": "junit-10.xsd, junitparser",
    "tap": "tap.py, prove",
    "markdown": "cmark-gfm",
    "github": "workflow commands",
    "github-summary": "cmark-gfm",
    "gitlab-codequality": "GitLab's demands",
    "gitlab-sast": "GitLab's demands",
    "azure": "logging commands",
    "csv": "csv",
    "xlsx": "openpyxl",
    "oscal": "compliance-trestle",
    "html": "Chromium, axe-core",
    "pdf": "pypdf",
}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.reports", description=__doc__)
    parser.add_argument("--repeat", type=int, default=3, help="rounds of each (3); the best counts")
    print("\n".join(table(parser.parse_args().repeat)))


def table(rounds: int) -> Iterator[str]:
    """A line for each format: kilobytes and milliseconds for each number of findings."""
    yield f"{'format':<20}" + "".join(f"{f'{size:,} findings':>24}" for size in _SIZES) + "  10 times  read by"
    for form in REPORTERS:
        measured = [_measured(form, size, rounds) for size in _SIZES]
        growth = measured[-1][1] / measured[-2][1]
        cells = "".join(f"{size / 1000:>12,.0f} kB {1000 * seconds:>6.0f} ms" for size, seconds in measured)
        yield f"{form:<20}{cells}  {growth:>8.1f}  {_READ_BY.get(form, '')}"


def _measured(form: str, findings: int, rounds: int) -> tuple[int, float]:
    """Bytes, and seconds for the best round."""
    render, report = reporter(form), many(findings)
    seconds = []
    for _ in range(rounds):
        started = time.process_time()  # of the processor: other programs do not count
        rendered = render(report, RenderOptions())
        seconds.append(time.process_time() - started)
    return len(rendered if isinstance(rendered, bytes) else rendered.encode()), min(seconds)


if __name__ == "__main__":
    main()
