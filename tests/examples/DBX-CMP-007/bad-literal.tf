# A secret in clear.
#: --apply

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  spark_env_vars = {
    "API_TOKEN" = "hunter2-token"
  }
}
