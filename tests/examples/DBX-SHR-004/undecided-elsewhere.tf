# Comes with the apply.

resource "terraform_data" "elsewhere" {
  input = 1893456000000
}

resource "databricks_recipient" "partner" {
  name                = "partner"
  authentication_type = "TOKEN"
  expiration_time     = terraform_data.elsewhere.output
}
