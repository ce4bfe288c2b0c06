# Whether it takes one over is known only after the apply.

resource "terraform_data" "later" {
  input = true
}

resource "databricks_service_principal" "runner" {
  display_name = "runner"
  force        = terraform_data.later.output
}
