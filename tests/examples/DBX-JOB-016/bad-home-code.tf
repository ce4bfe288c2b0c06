# Code in the home folder of a person.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Users/someone@example.com/score"
    }
  }
}
