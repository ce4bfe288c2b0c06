# Ends in 2030.

resource "databricks_recipient" "partner" {
  name                = "partner"
  authentication_type = "TOKEN"
  expiration_time     = 1893456000000
}
