# Whether validation decides is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "validate"

    notebook_task {
      notebook_path = "/Applications/validate"

      base_parameters = {
        run_mode = terraform_data.later.output
      }
    }
  }
}

resource "terraform_data" "later" {
  input = "dry_run"
}
