# The provider has an upper bound.
#: set /configuration/provider_config/databricks/version_constraint "~> 1.138"

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/chat"
}
