# Which level the group gets is known only after the apply.

resource "terraform_data" "later" {
  input = "CAN_READ"
}

resource "databricks_mlflow_experiment" "experiment" {
  name = "/Shared/chatbot"
}

resource "databricks_permissions" "permissions" {
  experiment_id = databricks_mlflow_experiment.experiment.id

  access_control {
    group_name       = "data-science"
    permission_level = terraform_data.later.output
  }
}
