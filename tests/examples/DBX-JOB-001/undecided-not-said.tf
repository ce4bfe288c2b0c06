# A job that does not say whom it runs as.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
