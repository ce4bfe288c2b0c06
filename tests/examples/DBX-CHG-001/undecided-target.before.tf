# What was there before.

resource "databricks_job" "etl" {
  count = 30
  name  = "etl"
}

resource "terraform_data" "other" {
  count = 30
}
