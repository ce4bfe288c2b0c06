# The old name of the level.
#: --apply

resource "databricks_permissions" "permissions" {
  sql_query_id = "6a1f2b3c"

  access_control {
    group_name       = "analysts"
    permission_level = "CAN_VIEW"
  }
}
