# Artifacts on DBFS.
#: --apply

resource "databricks_mlflow_experiment" "experiment" {
  name              = "/Shared/chatbot"
  artifact_location = "dbfs:/runs"
}
