# A person.
#: --apply

resource "databricks_metastore" "lake" {
  name   = "lake"
  region = "westeurope"
  owner  = "someone@example.com"
}
