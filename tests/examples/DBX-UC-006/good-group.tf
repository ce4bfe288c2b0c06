# A group manages it.
#: --apply

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "catalog-admins"
    privileges = ["MANAGE"]
  }
}
