# Whoever applies.

resource "databricks_metastore" "lake" {
  name   = "lake"
  region = "westeurope"
}
