# Who it is, is known only after the apply.

resource "databricks_secret_acl" "readers" {
  scope      = "app"
  principal  = terraform_data.later.output
  permission = "READ"
}

resource "terraform_data" "later" {
  input = "ml-team"
}
