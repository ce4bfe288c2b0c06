# Whether the pipeline is serverless is known only after the apply.

resource "terraform_data" "later" {
  input = true
}

resource "databricks_pipeline" "pipeline" {
  name       = "orders"
  serverless = terraform_data.later.output
}
