# What was there before.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}

resource "databricks_secret_scope" "app" {
  name = "llmops"
}
