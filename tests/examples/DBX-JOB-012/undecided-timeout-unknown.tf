# The timeout is known only after the apply.

resource "terraform_data" "later" {
  input = 3600
}
resource "databricks_job" "job" {
  name            = "nightly"
  timeout_seconds = terraform_data.later.output

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
