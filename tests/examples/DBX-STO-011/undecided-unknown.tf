# Only the apply tells.

resource "databricks_metastore" "main" {
  name         = "main"
  region       = "westeurope"
  storage_root = timestamp() == "" ? null : "abfss://root@lakeprod.dfs.core.windows.net/"
}
