# Not every workspace takes it.

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "users"
    privileges = ["SELECT"]
  }
}
