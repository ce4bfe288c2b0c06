# The value is known only after the apply.

resource "databricks_sql_global_config" "all" {
  data_access_config = {
    "spark.hadoop.fs.azure.account.oauth2.client.secret.store.dfs.core.windows.net" = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "later"
}
