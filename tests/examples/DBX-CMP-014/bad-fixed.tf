# Many workers all the time.
#: --apply

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  num_workers   = 20
}
