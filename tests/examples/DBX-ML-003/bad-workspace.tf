# A model of the workspace's registry.
#: --apply

resource "databricks_mlflow_model" "churn" {
  name = "churn"
}
