# Everything is renamed.

resource "databricks_job" "etl" {
  count = 60
  name  = "elt"
}
