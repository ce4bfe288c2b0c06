# Everyone may use it, for two clusters.

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
  max_clusters_per_user = 2
  definition            = jsonencode({})
}

resource "databricks_permissions" "jobs" {
  cluster_policy_id = databricks_cluster_policy.jobs.id

  access_control {
    group_name       = "users"
    permission_level = "CAN_USE"
  }
}
