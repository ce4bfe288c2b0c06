# What nobody wrote the workspace may fill in.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
}
