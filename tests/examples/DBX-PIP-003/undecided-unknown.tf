# Whether it runs without end is known only after the apply.

resource "databricks_pipeline" "bronze" {
  name = "bronze"
  continuous = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = true
}
