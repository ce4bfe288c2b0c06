# Nobody knows.
#: --apply

resource "databricks_catalog" "prod" {
  name = "prod"
}

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
  comment      = ""
}
