# A key for a shell.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  ssh_public_keys = ["ssh-rsa AAAAB3 someone"]
}
