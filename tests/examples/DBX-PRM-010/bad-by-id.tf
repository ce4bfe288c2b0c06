# Everyone may edit what jobs run; the folder is named by its id.

resource "databricks_directory" "code" {
  path = "/Shared/etl"
}

resource "databricks_permissions" "permissions" {
  directory_id = databricks_directory.code.object_id

  access_control {
    group_name       = "users"
    permission_level = "CAN_EDIT"
  }
}
