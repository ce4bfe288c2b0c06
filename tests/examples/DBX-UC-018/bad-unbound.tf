# Nothing says for which workspaces.
#: --apply

resource "databricks_catalog" "prod" {
  name           = "prod"
  isolation_mode = "ISOLATED"
}

resource "databricks_external_location" "landing" {
  name            = "landing"
  url             = "abfss://landing@sales.dfs.core.windows.net/"
  credential_name = "sales"
  isolation_mode  = "ISOLATION_MODE_ISOLATED"
}
