# Whether it can be edited is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"
  edit_mode = terraform_data.later.output

  deployment {
    kind               = "BUNDLE"
    metadata_file_path = "/Workspace/Applications/chatbot/state/metadata.json"
  }
}

resource "terraform_data" "later" {
  input = "EDITABLE"
}
