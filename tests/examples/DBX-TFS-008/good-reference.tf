# A parameter that names a secret, and does not hold it.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path   = "/Shared/chatbot/score"
      base_parameters = { token = "{{secrets/llmops/token}}" }
    }
  }
}
