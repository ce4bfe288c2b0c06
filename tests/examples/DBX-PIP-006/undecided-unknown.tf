# The value is known only after the apply.

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  configuration = {
    "source.password" = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "later"
}
