# A job without run_as, as plans of older providers show it: the real one says that it is unknown.
#: drop /resource_changes/0/change/after_unknown/run_as

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
