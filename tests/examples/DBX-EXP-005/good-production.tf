# Named after the target.

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/prod-chat"
}
