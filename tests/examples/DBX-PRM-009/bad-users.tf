# Everyone may log in with a password.
#: --apply

resource "databricks_permissions" "permissions" {
  authorization = "passwords"

  access_control {
    group_name       = "users"
    permission_level = "CAN_USE"
  }
}
