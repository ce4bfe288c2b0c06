# Somebody writes.

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@lakeprod.dfs.core.windows.net/in"
  credential_name = "lake"
}

resource "databricks_grants" "raw" {
  external_location = databricks_external_location.raw.name

  grant {
    principal  = "analysts"
    privileges = ["READ_FILES", "WRITE_FILES"]
  }
}
