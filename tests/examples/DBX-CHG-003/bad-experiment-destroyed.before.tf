# What was there before.

resource "databricks_mlflow_experiment" "experiment" {
  name        = "/Shared/chatbot"
  description = "Old."
}

resource "databricks_secret_scope" "app" {
  name = "llmops"
}
