# Nobody is told.
#: --apply

resource "databricks_pipeline" "bronze" {
  name = "bronze"
}
