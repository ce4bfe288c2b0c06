# A new catalog.

resource "databricks_catalog" "sales" {
  name = "sales"
}
