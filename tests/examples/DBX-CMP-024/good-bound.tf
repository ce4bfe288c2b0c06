# Bounds all three.

resource "databricks_cluster_policy" "jobs" {
  name = "jobs"
  definition = jsonencode({
    "data_security_mode"      = { type = "fixed", value = "SINGLE_USER" }
    "autotermination_minutes" = { type = "range", maxValue = 60 }
    "custom_tags.team"        = { type = "unlimited" }
  })
}
