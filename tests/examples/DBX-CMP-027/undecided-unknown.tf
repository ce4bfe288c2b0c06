# The limit is known only after the apply.

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
  max_clusters_per_user = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = 2
}
