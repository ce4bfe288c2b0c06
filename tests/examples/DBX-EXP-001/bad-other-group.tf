# Another group may read the experiment too.
#: --apply

resource "databricks_mlflow_experiment" "experiment" {
  name = "/Shared/chatbot"
}

resource "databricks_permissions" "permissions" {
  experiment_id = databricks_mlflow_experiment.experiment.id

  access_control {
    group_name       = "users"
    permission_level = "CAN_READ"
  }

  access_control {
    group_name       = "ml-interns"
    permission_level = "CAN_READ"
  }
}
