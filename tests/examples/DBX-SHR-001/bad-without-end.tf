# Without end.
#: --apply

resource "databricks_metastore" "lake" {
  name                                              = "lake"
  region                                            = "westeurope"
  owner                                             = "metastore-admins"
  delta_sharing_scope                               = "INTERNAL_AND_EXTERNAL"
  delta_sharing_recipient_token_lifetime_in_seconds = 0
}
