# Two tags are missing, and all of them on the warehouse.
#: --apply

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"

  custom_tags = {
    Owner = "etl"
  }
}

resource "databricks_sql_endpoint" "bi" {
  name         = "bi"
  cluster_size = "Small"
}
