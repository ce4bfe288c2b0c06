# Leaves all three free.
#: --apply

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
  definition = jsonencode({
    "spark_version" = { type = "unlimited" }
  })
}
