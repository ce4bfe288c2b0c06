# Support for this version has ended.
#: --apply

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "9.1.x-scala2.12"
}
