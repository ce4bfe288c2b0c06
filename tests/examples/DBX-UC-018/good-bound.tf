# Bound by name, in the same plan.

resource "databricks_catalog" "prod" {
  name           = "prod"
  isolation_mode = "ISOLATED"
}

resource "databricks_workspace_binding" "prod" {
  securable_name = databricks_catalog.prod.name
  workspace_id   = 1234567890123456
}
