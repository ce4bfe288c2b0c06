# Scales with its load.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  autoscale {
    min_workers = 1
    max_workers = 20
  }
}
