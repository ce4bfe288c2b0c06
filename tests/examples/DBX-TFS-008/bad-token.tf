# A parameter that holds a token.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path   = "/Shared/chatbot/score"
      base_parameters = { endpoint = "dapi0123456789abcdef0123456789abcdef" }
    }
  }
}
