# A job of a bundle that can be edited.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
  edit_mode = "EDITABLE"

  deployment {
    kind               = "BUNDLE"
    metadata_file_path = "/Workspace/Applications/chatbot/state/metadata.json"
  }
}
