# The mode is known only after the apply.

resource "databricks_pipeline" "bronze" {
  name = "bronze"
  development = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = true
}
