# A state without secrets.
#: --apply
#: only state

resource "databricks_secret_scope" "app" {
  name = "llmops"
}
