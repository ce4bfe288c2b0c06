# Two clusters for each user.

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
  max_clusters_per_user = 2
}
