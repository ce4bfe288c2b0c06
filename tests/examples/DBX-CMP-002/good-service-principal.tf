# Assigned to a service principal.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  data_security_mode = "SINGLE_USER"
  single_user_name   = "7c1f0a4e-1111-4222-8333-444455556666"
}
