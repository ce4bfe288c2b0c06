# Findings that somebody accepted, where they stand. See docs/waivers.md.
terraform {
  required_providers {
    databricks = { source = "databricks/databricks" }
  }
}

resource "databricks_registered_model" "churn" {
  catalog_name = "prod"
  schema_name  = "models"
  name         = "churn"
}

# tfcheck:waive DBX-ML-001 until=2099-06-30 reason="The validators create versions of this model too" owner=governance@example.com
resource "databricks_grants" "churn" {
  function = databricks_registered_model.churn.id

  grant {
    principal  = "model-validators"
    privileges = ["EXECUTE", "CREATE_MODEL_VERSION"]
  }
}

resource "databricks_mlflow_experiment" "churn" {
  name = "/Shared/churn"
}

resource "databricks_permissions" "experiment" {
  experiment_id = databricks_mlflow_experiment.churn.id

  access_control {
    group_name       = "users"
    permission_level = "CAN_EDIT" # tfcheck:waive DBX-EXP-* until=2099-01-31 reason="Everybody helps with the pilot" ticket=DATA-1234
  }
}
