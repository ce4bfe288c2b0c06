# Validation changes nothing.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "validate"

    notebook_task {
      notebook_path = "/Applications/validate"

      base_parameters = {
        run_mode = "dry_run"
      }
    }
  }
}
