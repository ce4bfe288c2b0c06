# On which cluster the task runs is known only after the apply.

resource "terraform_data" "later" {
  input = ""
}
resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key            = "score"
    existing_cluster_id = terraform_data.later.output

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
