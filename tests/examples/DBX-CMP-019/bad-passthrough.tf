# Passthrough on, isolation of Python off.
#: --apply

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  spark_conf = {
    "spark.databricks.passthrough.enabled"            = "true"
    "spark.databricks.pyspark.enableProcessIsolation" = "false"
  }
}
