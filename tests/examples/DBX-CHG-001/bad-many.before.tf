# What was there before.

resource "databricks_job" "etl" {
  count = 60
  name  = "etl"
}
