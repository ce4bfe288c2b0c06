# Off.

resource "databricks_metastore" "main" {
  name   = "main"
  region = "westeurope"
}
