# Where the code lies is known only after the apply.

resource "terraform_data" "later" {
  input = "/Workspace/Applications/chat"
}

resource "databricks_app" "app" {
  name             = "chat"
  source_code_path = terraform_data.later.output
}
