# Everyone.
#: --apply

resource "databricks_permissions" "etl" {
  cluster_id = "0415-1"

  access_control {
    group_name       = "users"
    permission_level = "CAN_RESTART"
  }
}
