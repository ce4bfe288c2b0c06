# One storage for all.
#: --apply

resource "databricks_metastore" "main" {
  name         = "main"
  region       = "westeurope"
  storage_root = "abfss://root@lakeprod.dfs.core.windows.net/"
}
