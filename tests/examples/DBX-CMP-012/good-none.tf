# On AWS, without an instance profile.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  aws_attributes {
    availability = "ON_DEMAND"
  }
}
