# Runs when it is started.

resource "databricks_pipeline" "bronze" {
  name = "bronze"
}
