# Another cluster than tfcheck.yaml allows.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key            = "score"
    existing_cluster_id = "0101-000000-other000"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
