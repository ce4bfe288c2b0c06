# All of today and of tomorrow.
#: --apply

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "analysts"
    privileges = ["ALL_PRIVILEGES"]
  }
}
