# Production writes, development reads.

resource "databricks_catalog" "prod" {
  name           = "prod"
  isolation_mode = "ISOLATED"
}

resource "databricks_workspace_binding" "prod" {
  securable_name = databricks_catalog.prod.name
  workspace_id   = 1234567890123456
}

resource "databricks_workspace_binding" "dev" {
  securable_name = databricks_catalog.prod.name
  workspace_id   = 6543210987654321
  binding_type   = "BINDING_TYPE_READ_ONLY"
}
