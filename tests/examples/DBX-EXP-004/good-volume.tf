# Artifacts in a volume of Unity Catalog.
#: --apply

resource "databricks_mlflow_experiment" "experiment" {
  name              = "/Shared/chatbot"
  artifact_location = "dbfs:/Volumes/prod/llmops/runs"
}
