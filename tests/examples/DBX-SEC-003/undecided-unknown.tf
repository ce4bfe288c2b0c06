# Known only after the apply.

resource "databricks_secret_scope" "app" {
  name                     = "app"
  initial_manage_principal = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "users"
}
