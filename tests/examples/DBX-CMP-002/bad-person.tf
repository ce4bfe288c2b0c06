# Assigned to a person.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  data_security_mode = "SINGLE_USER"
  single_user_name   = "someone@example.com"
}
