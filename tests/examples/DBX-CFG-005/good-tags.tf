# All tags.

resource "databricks_mlflow_experiment" "chat" {
  name = "/Shared/chat"

  tags {
    key   = "CostCenter"
    value = "4711"
  }

  tags {
    key   = "Environment"
    value = "prod"
  }

  tags {
    key   = "Owner"
    value = "ml"
  }
}
