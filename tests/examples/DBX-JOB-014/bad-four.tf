# Four runs at once.
#: --apply

resource "databricks_job" "training" {
  name                = "model-training"
  max_concurrent_runs = 4
}
