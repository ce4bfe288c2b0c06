# A group administers the workspace.
#: --apply

resource "databricks_group" "admins" {
  display_name = "platform-admins"
}

resource "databricks_permission_assignment" "assignment" {
  principal_id = databricks_group.admins.id
  permissions  = ["ADMIN"]
}
