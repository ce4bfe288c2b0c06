# Which tags there are is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  custom_tags   = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = { Owner = "etl" }
}
