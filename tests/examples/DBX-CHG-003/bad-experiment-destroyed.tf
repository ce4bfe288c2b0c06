# An experiment leaves the configuration.

resource "databricks_secret_scope" "app" {
  name = "llmops"
}
