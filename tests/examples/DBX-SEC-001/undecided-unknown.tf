# The value comes from a resource of the same plan.

resource "databricks_secret_scope" "app" {
  name = "app"
}

resource "databricks_secret" "api" {
  scope        = databricks_secret_scope.app.name
  key          = "api"
  string_value = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "hunter2-hunter2"
}
