# Who may change it is known only after the apply.

resource "databricks_mlflow_model" "churn" {
  name = "churn"
}

resource "databricks_permissions" "churn" {
  registered_model_id = databricks_mlflow_model.churn.registered_model_id

  access_control {
    group_name       = terraform_data.later.output
    permission_level = "CAN_EDIT"
  }
}

resource "terraform_data" "later" {
  input = "ml-engineers"
}
