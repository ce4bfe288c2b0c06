# Bound to workspaces.

resource "databricks_catalog" "prod" {
  name           = "prod"
  isolation_mode = "ISOLATED"
}
