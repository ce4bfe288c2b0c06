"""Measures how long the hook for `.tf` files takes, beside a Python that does nothing.

    python -m bench.configurations [FILES …]

FILES are numbers of files: 1, 20 and 200 by default, of one root module, and all of them given to the
hook. Cold: the files were never read. Warm: they were read before. One changed: all but one were read before. The
tables of the grammar, which an installation makes once, are there in all.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
_HOOK = ("-m", "checker", "check", "--changed")
_FILE = """
variable "users{n}" {{
  type    = map(set(string))
  default = {{ engineers = ["ann@example.com", "bob@example.com"], analysts = ["cid@example.com"] }}
}}

locals {{
  members{n} = flatten([for group, users in var.users{n} : [for user in users : {{ group = group, user = user }}]])
}}

resource "databricks_group" "r{n}" {{
  for_each     = var.users{n}
  display_name = "team-{n}-${{each.key}}"
}}

resource "databricks_group_member" "r{n}" {{
  for_each  = {{ for member in local.members{n} : "${{member.group}}:${{member.user}}" => member }}
  group_id  = databricks_group.r{n}[each.value.group].id
  member_id = each.value.user
}}

resource "databricks_job" "r{n}" {{
  name            = format("job-%03d", {n})
  timeout_seconds = 3600
  run_as {{
    service_principal_name = "11111111-2222-3333-4444-555555555555"
  }}
  dynamic "task" {{
    for_each = {{ for index, key in ["ingest", "train", "report"] : index => key }}
    content {{
      task_key = task.value
      notebook_task {{
        notebook_path = "/Shared/{n}/${{task.value}}"
        base_parameters = {{
          settings = jsonencode({{ index = task.key, users = keys(var.users{n}) }})
        }}
      }}
      new_cluster {{
        num_workers   = 2
        spark_version = "15.4.x-scala2.12"
        node_type_id  = "Standard_DS3_v2"
        spark_conf = {{
          "spark.databricks.io.cache.enabled" = true
        }}
      }}
    }}
  }}
}}

resource "databricks_permissions" "r{n}" {{
  job_id = databricks_job.r{n}.id
  access_control {{
    group_name       = "admins"
    permission_level = "CAN_MANAGE"
  }}
}}
"""


def _run(arguments: list[str], folder: Path) -> tuple[float, float]:
    """Seconds on the clock, and of the processor."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(folder.parent / "cache")}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=folder, env=environment, capture_output=True, check=False)
    passed, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return passed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure(files: int) -> dict[str, tuple[float, float]]:
    """What each kind of run costs; the least of three where it can be repeated."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "root")
        folder.mkdir()
        (folder / "f.tf").write_text("locals {}\n")
        _run([*_HOOK, "f.tf"], folder)  # makes the tables of the grammar
        (folder / "f.tf").unlink()
        for number in range(files):
            (folder / f"f{number}.tf").write_text(_FILE.format(n=number))
        found = {"python -c pass": min(_run(["-c", "pass"], folder) for _ in range(3))}
        names = [f"f{number}.tf" for number in range(files)]
        found["cold"] = _run([*_HOOK, *names], folder)
        found["warm"] = min(_run([*_HOOK, *names], folder) for _ in range(3))
        found["one changed"] = min(_run([*_HOOK, _changed(folder)], folder) for _ in range(3))
    return found


def _changed(folder: Path) -> str:
    with (folder / "f0.tf").open("a") as file:
        file.write("# one more line\n")
    return "f0.tf"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Measure checks of .tf files.")
    parser.add_argument("files", type=int, nargs="*", default=[1, 20, 200])
    for files in parser.parse_args().files:
        found = measure(files)
        base = found["python -c pass"]
        for name, (clock, processor) in found.items():
            times = f"{clock / base[0]:6.1f} times"
            print(f"{files:5} files  {name:15} {clock:7.2f} s ({times})  processor {processor:7.2f} s")


if __name__ == "__main__":
    main()
