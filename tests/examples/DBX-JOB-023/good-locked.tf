# A job of a bundle that is locked.

resource "databricks_job" "job" {
  name = "nightly"
  edit_mode = "UI_LOCKED"

  deployment {
    kind               = "BUNDLE"
    metadata_file_path = "/Workspace/Applications/chatbot/state/metadata.json"
  }
}
