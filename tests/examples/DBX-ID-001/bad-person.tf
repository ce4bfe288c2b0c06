# A person administers the workspace.
#: --apply

resource "databricks_user" "bob" {
  user_name = "bob@example.com"
}

resource "databricks_permission_assignment" "assignment" {
  principal_id = databricks_user.bob.id
  permissions  = ["ADMIN"]
}
