# An instance profile.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  aws_attributes {
    instance_profile_arn = "arn:aws:iam::123456789012:instance-profile/etl"
  }
}
