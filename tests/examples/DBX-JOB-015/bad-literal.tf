# Secrets in clear.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  parameter {
    name    = "api_token"
    default = "hunter2-parameter"
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Applications/score"

      base_parameters = {
        db_password = "hunter2-parameter"
      }
    }
  }
}
