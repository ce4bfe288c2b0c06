# The name that the provider had before it was Databricks' own.
#: set /configuration/provider_config/databricks/full_name "registry.terraform.io/databrickslabs/databricks"
#: set /configuration/provider_config/databricks/version_constraint ">= 1.0"

resource "databricks_sql_global_config" "all" {}
