# Access is enabled.

resource "databricks_system_schema" "access" {
  schema = "access"
}
