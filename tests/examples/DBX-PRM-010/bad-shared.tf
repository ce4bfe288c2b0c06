# Everyone may edit what jobs run.
#: --apply

resource "databricks_directory" "code" {
  path = "/Shared/etl"
}

resource "databricks_permissions" "permissions" {
  directory_path = databricks_directory.code.path

  access_control {
    group_name       = "users"
    permission_level = "CAN_EDIT"
  }
}
