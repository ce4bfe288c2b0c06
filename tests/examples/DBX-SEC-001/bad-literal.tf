# A value in the configuration.
#: --apply

resource "databricks_secret_scope" "app" {
  name = "app"
}

resource "databricks_secret" "api" {
  scope        = databricks_secret_scope.app.name
  key          = "api"
  string_value = "hunter2-hunter2"
}
