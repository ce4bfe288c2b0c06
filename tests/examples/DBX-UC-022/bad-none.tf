# Nobody but the owner has access.
#: --apply

resource "databricks_catalog" "prod" {
  name = "prod"
}

resource "databricks_schema" "sales" {
  catalog_name = databricks_catalog.prod.name
  name         = "sales"
}
