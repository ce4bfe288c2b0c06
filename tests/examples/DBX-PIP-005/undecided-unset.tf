# Whoever creates it.

resource "databricks_pipeline" "bronze" {
  name = "bronze"
}
