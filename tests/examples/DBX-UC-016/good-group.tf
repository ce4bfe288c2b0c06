# A group of the account.

resource "databricks_metastore" "lake" {
  name   = "lake"
  region = "westeurope"
  owner  = "metastore-admins"
}
