# No version is required.

resource "databricks_sql_global_config" "all" {}
