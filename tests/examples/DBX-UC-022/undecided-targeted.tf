# The plan covers a part of the configuration; grants may stand in the other.
#: -- -target=databricks_schema.sales

resource "databricks_catalog" "prod" {
  name = "prod"
}

resource "databricks_schema" "sales" {
  catalog_name = databricks_catalog.prod.name
  name         = "sales"
}

resource "databricks_grants" "prod" {
  catalog = databricks_catalog.prod.id

  grant {
    principal  = "analysts"
    privileges = ["USE_CATALOG", "USE_SCHEMA", "SELECT"]
  }
}
