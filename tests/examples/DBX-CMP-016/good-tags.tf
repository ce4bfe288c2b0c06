# All tags.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  custom_tags = {
    CostCenter  = "4711"
    Owner       = "etl"
    Environment = "dev"
  }
}
