# Two scopes.

resource "databricks_secret_scope" "a" {
  name = "llm"
}

resource "databricks_secret_scope" "b" {
  name = "sales"
}
