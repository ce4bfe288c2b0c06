# None.

resource "databricks_metastore" "main" {
  name   = "main"
  region = "westeurope"
}
