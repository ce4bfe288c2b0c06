# Whether somebody writes is known only after the apply.

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@lakeprod.dfs.core.windows.net/in"
  credential_name = "lake"
}

resource "databricks_grants" "raw" {
  external_location = databricks_external_location.raw.name

  grant {
    principal  = "analysts"
    privileges = [terraform_data.later.output]
  }
}

resource "terraform_data" "later" {
  input = "READ_FILES"
}
