# A token.
#: --apply

resource "databricks_token" "ci" {
  comment          = "CI"
  lifetime_seconds = 3600
}
