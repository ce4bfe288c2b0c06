# One scope, at two addresses.

resource "databricks_secret_scope" "a" {
  name = "llm"
}

resource "databricks_secret_scope" "b" {
  name = "llm"
}
