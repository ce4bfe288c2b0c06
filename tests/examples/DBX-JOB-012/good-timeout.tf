# A job with a timeout.
#: --apply

resource "databricks_job" "job" {
  name            = "nightly"
  timeout_seconds = 3600

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
