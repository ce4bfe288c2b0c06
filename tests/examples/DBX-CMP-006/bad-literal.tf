# A secret in clear.
#: --apply

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  spark_conf = {
    "fs.azure.account.key.store.dfs.core.windows.net" = "hunter2-account-key"
  }
}
