"""Makes a Terraform plan or state of N Databricks resources: `python -m bench.generate 10000 plan.json`."""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.estate import SMALLEST, Estate
from bench.plan_file import write_plan
from bench.state_file import write_state

KINDS = ("plan", "state")


def generate(file: Path, *, resources: int, kind: str = "plan", seed: int = 0) -> None:
    """Writes the file, the same bytes for the same arguments.

    A plan has `resources` entries in `resource_changes`; a state has as many managed instances.
    """
    estate = Estate(resources=resources, seed=seed, settled=kind == "state")
    (write_state if kind == "state" else write_plan)(estate, file)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m bench.generate", description=__doc__)
    parser.add_argument("resources", type=int, help=f"how many, at least {SMALLEST}")
    parser.add_argument("file", type=Path)
    parser.add_argument("--kind", choices=KINDS, default="plan")
    parser.add_argument("--seed", type=int, default=0, help="another number makes another file (0)")
    options = parser.parse_args()
    if options.resources < SMALLEST:
        parser.error(f"at least {SMALLEST} resources")
    generate(options.file, resources=options.resources, kind=options.kind, seed=options.seed)


if __name__ == "__main__":
    main()
