# Everyone may change it.
#: --apply

resource "databricks_mlflow_model" "churn" {
  name = "churn"
}

resource "databricks_permissions" "churn" {
  registered_model_id = "a1b2c3d4e5f60718293a4b5c6d7e8f90"

  access_control {
    group_name       = "users"
    permission_level = "CAN_EDIT"
  }
}
