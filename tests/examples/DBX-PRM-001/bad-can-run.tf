# An experiment has no level CAN_RUN.
#: --apply

resource "databricks_mlflow_experiment" "experiment" {
  name = "/Shared/chatbot"
}

resource "databricks_permissions" "permissions" {
  experiment_id = databricks_mlflow_experiment.experiment.id

  access_control {
    group_name       = "data-science"
    permission_level = "CAN_RUN"
  }
}
