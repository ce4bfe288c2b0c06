# Runs without end.
#: --apply

resource "databricks_pipeline" "bronze" {
  name = "bronze"
  continuous = true
}
