# Two resources for one schema.
#: --apply

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}

resource "databricks_grants" "sales" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}

resource "databricks_grants" "loaders" {
  schema = databricks_schema.sales.id

  grant {
    principal  = "loaders"
    privileges = ["MODIFY"]
  }
}
