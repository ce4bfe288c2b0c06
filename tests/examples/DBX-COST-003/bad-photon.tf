# Photon and GPUs.
#: --apply

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  node_type_id   = "Standard_NC24ads_A100_v4"
  runtime_engine = "PHOTON"
}
