# When it ends is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  autotermination_minutes = terraform_data.minutes.output
}

resource "terraform_data" "minutes" {
  input = 30
}
