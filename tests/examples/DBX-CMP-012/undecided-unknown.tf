# Whether there is an instance profile is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  aws_attributes {
    instance_profile_arn = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "arn:aws:iam::123456789012:instance-profile/etl"
}
