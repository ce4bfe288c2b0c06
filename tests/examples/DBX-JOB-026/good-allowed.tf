# The cluster that tfcheck.yaml allows.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key            = "score"
    existing_cluster_id = "0415-213012-yi87kqjn"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
