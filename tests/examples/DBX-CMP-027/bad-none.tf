# No limit.
#: --apply

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
}
