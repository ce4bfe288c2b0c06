# An experiment that is there.
#: --apply

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/chat"
}
