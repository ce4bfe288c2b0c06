# Who gets a mail is known only after the apply.

resource "terraform_data" "later" {
  input = ["team@example.com"]
}
resource "databricks_job" "job" {
  name = "nightly"
  email_notifications {
    on_failure = terraform_data.later.output
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
