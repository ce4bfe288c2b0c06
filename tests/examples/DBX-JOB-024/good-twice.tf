# A task that is retried twice.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key    = "score"
    max_retries = 2

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
