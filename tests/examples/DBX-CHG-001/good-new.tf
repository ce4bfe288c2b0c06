# Everything is new.

resource "databricks_job" "etl" {
  count = 60
  name  = "etl"
}
