# Databricks refuses while there is something in it.

resource "databricks_schema" "sales" {
  catalog_name = "prod"
  name         = "sales"
}
