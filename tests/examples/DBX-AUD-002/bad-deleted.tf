# Access is enabled no more.

resource "databricks_system_schema" "compute" {
  schema = "compute"
}
