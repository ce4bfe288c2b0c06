# Nothing says whether this bundle in a home folder is production.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
  deployment {
    kind               = "BUNDLE"
    metadata_file_path = "/Workspace/Users/someone@example.com/chatbot/state/metadata.json"
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
