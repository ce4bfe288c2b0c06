# Everybody's folder.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Workspace/Shared/chatbot/score"
    }
  }
}
