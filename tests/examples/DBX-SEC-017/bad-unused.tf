# Nobody has used the link yet.
#: --apply
#: only state
#: set state:/resources/0/instances/0/attributes/activated false
#: set state:/resources/0/instances/0/attributes/activation_url "https://example.com/activate/1"

resource "databricks_recipient" "partner" {
  name                = "partner"
  authentication_type = "TOKEN"
}
