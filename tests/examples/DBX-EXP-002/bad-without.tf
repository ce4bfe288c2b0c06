# An experiment without permissions.
#: --apply

resource "databricks_mlflow_experiment" "experiment" {
  name = "/Shared/chatbot"
}
