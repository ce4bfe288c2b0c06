# Named after another environment.
#: --apply

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/dev-chat"
}
