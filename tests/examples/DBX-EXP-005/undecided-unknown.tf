# The name is known only after the apply.

resource "databricks_mlflow_experiment" "chat" {
  name = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "/Shared/prod-chat"
}
