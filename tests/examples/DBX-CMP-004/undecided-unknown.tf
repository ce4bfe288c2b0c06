# The version is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "16.4.x-scala2.12"
}
