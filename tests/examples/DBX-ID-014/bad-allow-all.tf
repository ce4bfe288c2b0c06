# Administrators of the workspace run jobs as others.
#: --apply

resource "databricks_restrict_workspace_admins_setting" "setting" {
  restrict_workspace_admins {
    status = "ALLOW_ALL"
  }
}
