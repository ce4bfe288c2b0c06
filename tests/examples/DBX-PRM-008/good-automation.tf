# A group may.
#: --apply

resource "databricks_permissions" "permissions" {
  authorization = "tokens"

  access_control {
    group_name       = "automation"
    permission_level = "CAN_USE"
  }
}
