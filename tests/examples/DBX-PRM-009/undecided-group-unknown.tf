# Who may log in with a password is known only after the apply.

resource "terraform_data" "later" {
  input = "admins"
}

resource "databricks_permissions" "permissions" {
  authorization = "passwords"

  access_control {
    group_name       = terraform_data.later.output
    permission_level = "CAN_USE"
  }
}
