# A month.

resource "databricks_obo_token" "ci" {
  application_id   = "7c1f0a4e-1111-4222-8333-444455556666"
  comment          = "CI"
  lifetime_seconds = 2592000
}
