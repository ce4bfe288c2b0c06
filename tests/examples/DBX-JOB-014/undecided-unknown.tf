# How many runs there may be is known only after the apply.

resource "databricks_job" "training" {
  name                = "model-training"
  max_concurrent_runs = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = 4
}
