# What the values are is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  parameter {
    name    = "api_token"
    default = terraform_data.later.output
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Applications/score"

      base_parameters = {
        db_password = terraform_data.later.output
      }
    }
  }
}

resource "terraform_data" "later" {
  input = "later"
}
