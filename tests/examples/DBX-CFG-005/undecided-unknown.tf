# The name of a tag is known only after the apply.

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
    key   = terraform_data.later.output
    value = "ml"
  }
}

resource "terraform_data" "later" {
  input = "Owner"
}
