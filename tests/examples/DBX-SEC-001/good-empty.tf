# Set outside of Terraform.

resource "databricks_secret_scope" "app" {
  name = "app"
}

resource "databricks_secret" "api" {
  scope        = databricks_secret_scope.app.name
  key          = "api"
  string_value = ""
}
