# The catalog is known only after the apply.

resource "databricks_pipeline" "bronze" {
  name = "bronze"
  catalog = terraform_data.later.output
  schema  = "bronze"
}

resource "terraform_data" "later" {
  input = "main"
}
