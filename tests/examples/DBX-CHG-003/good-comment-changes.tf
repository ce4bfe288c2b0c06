# An experiment is updated in place.

resource "databricks_mlflow_experiment" "experiment" {
  name        = "/Shared/chatbot"
  description = "New."
}
