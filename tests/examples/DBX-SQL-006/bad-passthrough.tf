# Passthrough.
#: --apply

resource "databricks_sql_global_config" "all" {
  security_policy = "PASSTHROUGH"
}
