# The link is made by the apply.

resource "databricks_recipient" "partner" {
  name                = "partner"
  authentication_type = "TOKEN"
}
