# A month.

resource "databricks_token" "ci" {
  comment          = "CI"
  lifetime_seconds = 2592000
}
