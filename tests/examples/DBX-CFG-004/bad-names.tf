# Named after nothing.
#: --apply

resource "databricks_job" "etl" {
  count = 1
  name  = "My first job"
}
