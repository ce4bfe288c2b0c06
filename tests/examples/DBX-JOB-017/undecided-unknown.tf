# Where the code lies is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path = terraform_data.later.output
    }
  }
}

resource "terraform_data" "later" {
  input = "/Shared/score"
}
