# One list of privileges for each.

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "analysts"
    privileges = ["USE_SCHEMA", "SELECT"]
  }

  grant {
    principal  = "loaders"
    privileges = ["MODIFY"]
  }
}
