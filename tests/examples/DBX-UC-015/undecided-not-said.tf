# Whoever applies owns it.

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}
