# One run at a time.

resource "databricks_job" "training" {
  name                = "model-training"
  max_concurrent_runs = 1
}
