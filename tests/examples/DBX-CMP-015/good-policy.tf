# Follows a policy that the same plan makes.

resource "databricks_cluster" "etl" {
  cluster_name  = "etl"
  spark_version = "16.4.x-scala2.12"
  policy_id     = databricks_cluster_policy.jobs.id
}

resource "databricks_cluster_policy" "jobs" {
  name       = "jobs"
  definition = jsonencode({})
}
