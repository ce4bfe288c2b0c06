# Named after the target.

resource "databricks_job" "etl" {
  count = 1
  name  = "prod-etl"
}
