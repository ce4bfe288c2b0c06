# Development writes.
#: --apply

resource "databricks_catalog" "prod" {
  name           = "prod"
  isolation_mode = "ISOLATED"
}

resource "databricks_workspace_binding" "dev" {
  securable_name = databricks_catalog.prod.name
  workspace_id   = 6543210987654321
}
