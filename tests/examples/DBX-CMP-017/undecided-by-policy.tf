# Its cluster policy, which nothing here shows, may say where logs go.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  policy_id     = "ABC123"
}
