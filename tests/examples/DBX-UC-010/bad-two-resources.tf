# Two resources for one group, which the last of them wins.
#: --apply

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grant" "use" {
  schema     = databricks_schema.sales.id
  principal  = "analysts"
  privileges = ["USE_SCHEMA"]
}

resource "databricks_grant" "read" {
  schema     = databricks_schema.sales.id
  principal  = "analysts"
  privileges = ["SELECT"]
}
