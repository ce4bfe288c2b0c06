# The state says that it is not enabled.
#: --apply

resource "databricks_system_schema" "access" {
  schema = "access"
  state  = "AVAILABLE"
}
