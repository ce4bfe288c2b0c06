# Everyone may use it, without bounds.
#: --apply

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
  definition = jsonencode({})
}

resource "databricks_permissions" "jobs" {
  cluster_policy_id = databricks_cluster_policy.jobs.id

  access_control {
    group_name       = "users"
    permission_level = "CAN_USE"
  }
}
