# A rule of a type that there is not.

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
  definition = jsonencode({ "spark_version" = { type = "const" } })
}
