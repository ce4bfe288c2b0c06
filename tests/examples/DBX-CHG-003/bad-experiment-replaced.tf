# An experiment is made anew for other artifacts.

resource "databricks_mlflow_experiment" "experiment" {
  name              = "/Shared/chatbot"
  artifact_location = "dbfs:/Volumes/prod/llmops/runs"
}
