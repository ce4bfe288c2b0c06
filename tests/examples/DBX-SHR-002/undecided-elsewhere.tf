# Comes with the apply.

resource "terraform_data" "elsewhere" {
  input = "INTERNAL"
}

resource "databricks_metastore" "lake" {
  name                                              = "lake"
  region                                            = "westeurope"
  owner                                             = "metastore-admins"
  delta_sharing_scope                               = terraform_data.elsewhere.output
  delta_sharing_recipient_token_lifetime_in_seconds = 7776000
}
