# References to secrets.

resource "databricks_job" "job" {
  name = "nightly"

  parameter {
    name    = "api_token"
    default = "{{secrets/scope/token}}"
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Applications/score"

      base_parameters = {
        db_password = "{{secrets/scope/token}}"
      }
    }
  }
}
