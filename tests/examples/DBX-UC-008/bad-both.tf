# The one removes what the other adds; named here, linked there.
#: --apply

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = "prod.sales"

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}

resource "databricks_grant" "loaders" {
  schema     = databricks_schema.sales.id
  principal  = "loaders"
  privileges = ["MODIFY"]
}
