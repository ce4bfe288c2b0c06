# The catalog is known only after the apply.

resource "databricks_job" "job" {
  name = "nightly"

  parameter {
    name    = "catalog"
    default = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "sales_dev"
}
