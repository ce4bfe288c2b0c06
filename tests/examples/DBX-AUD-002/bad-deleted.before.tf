# Before: access is enabled.

resource "databricks_system_schema" "access" {
  schema = "access"
}

resource "databricks_system_schema" "compute" {
  schema = "compute"
}
