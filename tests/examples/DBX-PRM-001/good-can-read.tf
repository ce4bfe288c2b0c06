# Levels of an experiment.
#: --apply

resource "databricks_mlflow_experiment" "experiment" {
  name = "/Shared/chatbot"
}

resource "databricks_permissions" "permissions" {
  experiment_id = databricks_mlflow_experiment.experiment.id

  access_control {
    group_name       = "data-science"
    permission_level = "CAN_READ"
  }

  access_control {
    group_name       = "ml-admins"
    permission_level = "CAN_MANAGE"
  }
}
