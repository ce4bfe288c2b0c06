# A job that runs as a person.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
  run_as {
    user_name = "someone@example.com"
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
