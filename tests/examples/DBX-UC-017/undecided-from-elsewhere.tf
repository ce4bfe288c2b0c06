# The mode comes with the apply.

resource "terraform_data" "mode" {
  input = "ISOLATED"
}

resource "databricks_catalog" "prod" {
  name           = "prod"
  isolation_mode = terraform_data.mode.output
}
