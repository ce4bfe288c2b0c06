# A lower and an upper bound.
#: set /configuration/provider_config/databricks/version_constraint "~> 1.138"

resource "databricks_sql_global_config" "all" {}
