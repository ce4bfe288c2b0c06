# A folder that only deployments write.

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Workspace/Applications/chatbot/score"
    }
  }
}
