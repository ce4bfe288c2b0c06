# Everyone may read.

resource "databricks_mlflow_model" "churn" {
  name = "churn"
}

resource "databricks_permissions" "churn" {
  registered_model_id = databricks_mlflow_model.churn.registered_model_id

  access_control {
    group_name       = "users"
    permission_level = "CAN_READ"
  }
}
