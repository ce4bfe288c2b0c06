# How many workers there are is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  num_workers   = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = 20
}
