# How often the task is retried is known only after the apply.

resource "terraform_data" "later" {
  input = 2
}
resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key    = "score"
    max_retries = terraform_data.later.output

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
