# One is known only after the apply.

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@lakeprod.dfs.core.windows.net/in"
  credential_name = "lake"
}

resource "databricks_external_location" "inner" {
  name            = "inner"
  url             = terraform_data.later.output
  credential_name = "lake"
}

resource "terraform_data" "later" {
  input = "s3://x"
}
