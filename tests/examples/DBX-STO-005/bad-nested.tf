# One in the other.
#: --apply

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = "abfss://raw@lakeprod.dfs.core.windows.net/in"
  credential_name = "lake"
}

resource "databricks_external_location" "inner" {
  name            = "inner"
  url             = "abfss://raw@lakeprod.dfs.core.windows.net/in/orders"
  credential_name = "lake"
}
