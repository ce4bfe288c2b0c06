# The privilege comes with the apply.

resource "terraform_data" "privilege" {
  input = "EXECUTE"
}

resource "databricks_registered_model" "model" {
  catalog_name = "prod"
  schema_name  = "sales"
  name         = "forecast"
}

resource "databricks_grant" "model" {
  model      = databricks_registered_model.model.id
  principal  = "analysts"
  privileges = [terraform_data.privilege.output]
}
