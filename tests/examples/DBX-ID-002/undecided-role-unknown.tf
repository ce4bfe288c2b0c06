# Which role it is, is known only after the apply.

resource "terraform_data" "later" {
  input = "account_admin"
}

resource "databricks_user" "bob" {
  user_name = "bob@example.com"
}

resource "databricks_user_role" "role" {
  user_id = databricks_user.bob.id
  role    = terraform_data.later.output
}
