# No lifetime.
#: --apply

resource "databricks_token" "ci" {
  comment = "CI"
}
