# Everything is in the schema.
#: --apply

resource "databricks_job" "train" {
  name = "train"

  task {
    task_key    = "train"
    max_retries = 2
  }
}
