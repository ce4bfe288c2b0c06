# A whole container.
#: --apply

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@lakeprod.dfs.core.windows.net/"
  credential_name = "lake"
}
