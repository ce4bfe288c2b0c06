# Does not encrypt its disks.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  enable_local_disk_encryption = false
}
