# The same folder twice, maybe in two workspaces.
#: --apply

resource "databricks_permissions" "team" {
  directory_path = "/Applications"

  access_control {
    group_name       = "etl"
    permission_level = "CAN_EDIT"
  }
}

resource "databricks_permissions" "support" {
  directory_path = "/Applications"

  access_control {
    group_name       = "support"
    permission_level = "CAN_READ"
  }
}
