# A catalog of Unity Catalog.

resource "databricks_pipeline" "bronze" {
  name = "bronze"
  catalog = "main"
  schema  = "bronze"
}
