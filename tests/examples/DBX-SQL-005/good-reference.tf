# A reference to a secret.

resource "databricks_sql_global_config" "all" {
  data_access_config = {
    "spark.hadoop.fs.azure.account.oauth2.client.secret.store.dfs.core.windows.net" = "{{secrets/storage/client}}"
  }
}
