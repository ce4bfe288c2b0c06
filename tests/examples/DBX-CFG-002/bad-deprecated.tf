# An attribute and a type that have a successor.
#: --apply

resource "databricks_job" "train" {
  name        = "train"
  max_retries = 2
}

resource "databricks_sql_query" "daily" {
  data_source_id = "7c1f0a4e"
  name           = "daily"
  query          = "SELECT 1"
}
