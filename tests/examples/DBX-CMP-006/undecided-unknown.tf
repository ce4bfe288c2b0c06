# What the value is, is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  spark_conf = {
    "fs.azure.account.key.store.dfs.core.windows.net" = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "later"
}
