# Nothing says where the folder lies.
#: --apply

resource "databricks_permissions" "permissions" {
  directory_id = "4711"

  access_control {
    group_name       = "users"
    permission_level = "CAN_EDIT"
  }
}
