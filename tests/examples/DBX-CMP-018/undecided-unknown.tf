# Where logs go is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  cluster_log_conf {
    dbfs {
      destination = terraform_data.later.output
    }
  }
}

resource "terraform_data" "later" {
  input = "dbfs:/cluster-logs"
}
