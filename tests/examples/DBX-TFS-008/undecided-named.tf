# A parameter that is called a secret.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path   = "/Shared/chatbot/score"
      base_parameters = { client_secret = "hunter2-invented" }
    }
  }
}
