# One tag of three.
#: --apply

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/chat"

  tags {
    key   = "Owner"
    value = "ml"
  }
}
