# The channel is known only after the apply.

resource "databricks_pipeline" "bronze" {
  name = "bronze"
  channel = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "PREVIEW"
}
