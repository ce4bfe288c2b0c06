# A bundle in a folder of its own.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
  deployment {
    kind               = "BUNDLE"
    metadata_file_path = "/Workspace/Bundles/chatbot/prod/state/metadata.json"
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
