# Everything is renamed, of what the plan covers.
#: -- -target=databricks_job.etl

resource "databricks_job" "etl" {
  count = 30
  name  = "elt"
}

resource "terraform_data" "other" {
  count = 30
}
