# The service principal of an engine.
#: --apply

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "9d3e5b20-1111-4222-8333-444455556666"
    privileges = ["EXTERNAL_USE_SCHEMA"]
  }
}
