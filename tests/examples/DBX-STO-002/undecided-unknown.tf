# Known only after the apply.

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@lakeprod.dfs.core.windows.net/in"
  credential_name = "lake"
  skip_validation = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = true
}
