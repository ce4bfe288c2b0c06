# A production bundle below the folder of its service principal.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
  deployment {
    kind               = "BUNDLE"
    metadata_file_path = "/Workspace/Users/7c1f0a4e-1111-4222-8333-444455556666/.bundle/chatbot/prod/state/metadata.json"
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
