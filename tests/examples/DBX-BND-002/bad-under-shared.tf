# A bundle under /Shared.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
  deployment {
    kind               = "BUNDLE"
    metadata_file_path = "/Workspace/Shared/.bundle/chatbot/prod/state/metadata.json"
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
