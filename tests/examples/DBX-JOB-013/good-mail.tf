# Somebody gets a mail when the job fails.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
  email_notifications {
    on_failure = ["team@example.com"]
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
