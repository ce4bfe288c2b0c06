# Tables outside of Unity Catalog.
#: --apply

resource "databricks_pipeline" "bronze" {
  name = "bronze"
  storage = "dbfs:/pipelines/bronze"
  target  = "bronze"
}
