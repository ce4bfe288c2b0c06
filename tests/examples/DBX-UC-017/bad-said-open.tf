# Open to all workspaces.

resource "databricks_catalog" "prod" {
  name           = "prod"
  isolation_mode = "OPEN"
}
