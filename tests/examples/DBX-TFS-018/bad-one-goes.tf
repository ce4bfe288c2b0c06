# A job is destroyed.

resource "databricks_secret_scope" "app" {
  name = "llmops"
}
