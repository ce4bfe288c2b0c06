# Administrators alone may.
#: --apply

resource "databricks_permissions" "permissions" {
  authorization = "passwords"

  access_control {
    group_name       = "admins"
    permission_level = "CAN_USE"
  }
}
