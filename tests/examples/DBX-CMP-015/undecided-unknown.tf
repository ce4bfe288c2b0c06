# Whether there is a policy is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  policy_id     = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "A1"
}
