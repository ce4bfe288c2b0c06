# A secret that Terraform sets, and so keeps.
#: --apply
#: only state

resource "databricks_secret_scope" "app" {
  name = "llmops"
}

resource "databricks_secret" "token" {
  scope        = databricks_secret_scope.app.name
  key          = "token"
  string_value = "hunter2-invented"
}
