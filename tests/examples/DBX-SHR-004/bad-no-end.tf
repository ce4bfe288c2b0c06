# As long as the metastore lets it.
#: --apply

resource "databricks_recipient" "partner" {
  name                = "partner"
  authentication_type = "TOKEN"
}
