# Bound to what is older than the minimum, 1.0.0.
#: set /configuration/provider_config/databricks/version_constraint "~> 0.5"

resource "databricks_sql_global_config" "all" {}
