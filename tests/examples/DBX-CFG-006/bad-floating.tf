# Whatever version is newest.

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/chat"
}
