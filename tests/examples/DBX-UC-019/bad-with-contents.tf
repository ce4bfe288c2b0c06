# All goes with them.
#: --apply

resource "databricks_catalog" "prod" {
  name          = "prod"
  force_destroy = true
}

resource "databricks_schema" "sales" {
  catalog_name  = "prod"
  name          = "sales"
  force_destroy = true
}
