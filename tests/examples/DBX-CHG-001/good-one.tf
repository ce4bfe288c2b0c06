# One resource of many is changed.

resource "databricks_job" "etl" {
  count = 21
  name  = "etl"
}

resource "databricks_mlflow_experiment" "chat" {
  name        = "/Shared/chat"
  description = "Chat."
}
