# As it was before.

resource "databricks_sql_permissions" "files" {
  any_file = true

  privilege_assignments {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}
