# A script in a volume.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  init_scripts {
    volumes {
      destination = "/Volumes/prod/scripts/init.sh"
    }
  }
}
