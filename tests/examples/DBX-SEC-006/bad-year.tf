# A year.
#: --apply

resource "databricks_token" "ci" {
  comment          = "CI"
  lifetime_seconds = 31536000
}
