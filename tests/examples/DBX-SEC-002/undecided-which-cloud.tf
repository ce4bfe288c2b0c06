# Nothing says which cloud this is.

resource "databricks_secret_scope" "app" {
  name = "app"
}
