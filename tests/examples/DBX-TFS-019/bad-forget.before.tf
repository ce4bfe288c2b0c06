# Before: a catalog.

resource "databricks_catalog" "sales" {
  name = "sales"
}
