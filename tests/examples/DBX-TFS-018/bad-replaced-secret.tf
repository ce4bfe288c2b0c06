# A secret, which holds data, is made anew.

resource "databricks_secret_scope" "app" {
  name = "llmops"
}

resource "databricks_secret" "token" {
  scope        = databricks_secret_scope.app.name
  key          = "token"
  string_value = "hunter2-new"
}
