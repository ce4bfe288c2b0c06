# Production mode.

resource "databricks_pipeline" "bronze" {
  name = "bronze"
}
