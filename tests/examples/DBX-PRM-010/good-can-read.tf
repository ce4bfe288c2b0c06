# Everyone may read it.
#: --apply

resource "databricks_directory" "code" {
  path = "/Shared/etl"
}

resource "databricks_permissions" "permissions" {
  directory_path = databricks_directory.code.path

  access_control {
    group_name       = "users"
    permission_level = "CAN_READ"
  }

  access_control {
    group_name       = "etl"
    permission_level = "CAN_MANAGE"
  }
}
