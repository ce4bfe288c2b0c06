# Whom it is assigned to is known only after the apply.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  data_security_mode = "SINGLE_USER"
  single_user_name   = databricks_service_principal.etl.application_id
}

resource "databricks_service_principal" "etl" {
  display_name = "etl"
}
