# Plain compute.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  node_type_id   = "Standard_DS3_v2"
  runtime_engine = "STANDARD"
}
