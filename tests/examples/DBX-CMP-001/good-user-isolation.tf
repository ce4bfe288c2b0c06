# A cluster that separates its users.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  data_security_mode = "USER_ISOLATION"
}
