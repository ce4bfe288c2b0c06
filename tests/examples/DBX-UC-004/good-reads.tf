# Everyone reads, a group writes.
#: --apply

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "account users"
    privileges = ["USE_SCHEMA", "SELECT"]
  }

  grant {
    principal  = "data-engineers"
    privileges = ["MODIFY"]
  }
}
