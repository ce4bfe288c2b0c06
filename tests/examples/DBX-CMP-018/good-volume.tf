# Logs go to a volume.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  cluster_log_conf {
    volumes {
      destination = "/Volumes/prod/logs/etl"
    }
  }
}
