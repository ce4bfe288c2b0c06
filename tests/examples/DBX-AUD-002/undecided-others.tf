# Others are enabled.

resource "databricks_system_schema" "compute" {
  schema = "compute"
}
