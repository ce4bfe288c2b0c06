# Its cluster policy, which nothing here shows, may set the mode.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  policy_id     = "ABC123"
}
