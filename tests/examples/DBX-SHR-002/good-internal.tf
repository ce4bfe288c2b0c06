# One shares with nobody outside, the other may.

resource "databricks_metastore" "lake" {
  name                                              = "lake"
  region                                            = "westeurope"
  owner                                             = "metastore-admins"
  delta_sharing_scope                               = "INTERNAL"
  delta_sharing_recipient_token_lifetime_in_seconds = 7776000
}

resource "databricks_metastore" "exchange" {
  name                                              = "exchange"
  region                                            = "westeurope"
  owner                                             = "metastore-admins"
  delta_sharing_scope                               = "INTERNAL_AND_EXTERNAL"
  delta_sharing_recipient_token_lifetime_in_seconds = 7776000
}
