# Development mode.
#: --apply

resource "databricks_pipeline" "bronze" {
  name = "bronze"
  development = true
}
