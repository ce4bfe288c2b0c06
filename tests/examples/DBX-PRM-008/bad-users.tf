# Everyone may make tokens.
#: --apply

resource "databricks_permissions" "permissions" {
  authorization = "tokens"

  access_control {
    group_name       = "users"
    permission_level = "CAN_USE"
  }
}
