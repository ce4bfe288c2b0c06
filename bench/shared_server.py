"""Times a check alone and two at once that use one OPA server: `python -m bench.shared_server`.

Each uploads its policies below a name of its own. All must give the same verdicts, and leave nothing behind.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import tempfile
import time
import urllib.request
from pathlib import Path

from bench.cache import generated
from bench.commands import CHECKED, ROOT, tfcheck
from checker.engines.opa.own import OwnHost

_GIB = 1024**3


def _check(command: list[str], count: int, folder: Path) -> tuple[float, set[str]]:
    """Seconds until so many checks at once are done, and the different verdicts that they gave."""
    reports = [folder / f"{number}.json" for number in range(count)]
    started = time.perf_counter()
    running = [subprocess.Popen([*command, "--output", str(report)], cwd=ROOT) for report in reports]
    codes = {process.wait() for process in running}
    seconds = time.perf_counter() - started
    if not codes <= CHECKED:
        raise SystemExit(f"exit codes {sorted(codes)} from: {' '.join(command)}")
    return seconds, {json.dumps(json.loads(report.read_text())["runs"], sort_keys=True) for report in reports}


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.shared_server", description=__doc__)
    parser.add_argument("--opa-bin", default=shutil.which("opa"), help="instead of the opa on PATH")
    parser.add_argument("--resources", type=int, default=1_000)
    options = parser.parse_args()
    host = OwnHost(str(Path(options.opa_bin).absolute()), timeout=60, memory_limit=8 * _GIB, on_loopback=True)
    address = host.start({}, b"{}")
    file = generated(options.resources)
    command = [*tfcheck(), str(file), "--format", "json", "--opa-url", address.url]
    try:
        with tempfile.TemporaryDirectory() as folder:
            alone, verdicts = _check(command, 1, Path(folder))
            together, more = _check(command, 2, Path(folder))
        with urllib.request.urlopen(f"{address.url}/v1/policies") as answer:
            left = json.load(answer)["result"]
    finally:
        host.close()
    if len(verdicts | more) != 1 or left:
        raise SystemExit(f"{len(verdicts | more)} different verdicts, {len(left)} policies left behind")
    print(
        f"{options.resources} resources: one {alone:.2f} s, two at once {together:.2f} s, {together / alone:.2f} times"
    )


if __name__ == "__main__":
    main()
