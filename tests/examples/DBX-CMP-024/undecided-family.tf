# What the family says is not in the plan.

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
  policy_family_id = "job-cluster"
}
