# Where the bundle lies is known only after the apply.

resource "terraform_data" "later" {
  input = "/Workspace/Shared/state/metadata.json"
}
resource "databricks_job" "job" {
  name = "nightly"
  deployment {
    kind               = "BUNDLE"
    metadata_file_path = terraform_data.later.output
  }

  task {
    task_key = "score"

    notebook_task {
      notebook_path = "/Shared/chatbot/score"
    }
  }
}
