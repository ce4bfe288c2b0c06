# Data access control.

resource "databricks_sql_global_config" "all" {
  security_policy = "DATA_ACCESS_CONTROL"
}
