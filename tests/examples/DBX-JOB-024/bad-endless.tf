# A task that is retried without end.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key    = "score"
    max_retries = -1

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
