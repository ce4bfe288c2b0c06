# An experiment in a shared folder.
#: --apply

resource "databricks_mlflow_experiment" "experiment" {
  name = "/Shared/chatbot"
}
