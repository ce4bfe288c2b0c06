# The version that the Databricks CLI pins for bundles; nothing says whether this is one.
#: --apply
#: set /terraform_version "1.5.5"

resource "databricks_job" "job" {
  name = "nightly"

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}

