# Everyone reads all that is and will be in it.
#: --apply

resource "databricks_catalog" "prod" {
  name = "prod"
}

resource "databricks_grants" "prod" {
  catalog = databricks_catalog.prod.id

  grant {
    principal  = "account users"
    privileges = ["USE_CATALOG", "SELECT"]
  }
}
