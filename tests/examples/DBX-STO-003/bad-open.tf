# Open.
#: --apply

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@lakeprod.dfs.core.windows.net/in"
  credential_name = "lake"
  isolation_mode  = "ISOLATION_MODE_OPEN"
}
