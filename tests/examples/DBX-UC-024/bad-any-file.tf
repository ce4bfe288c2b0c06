# Any file, and a database.
#: --apply

resource "databricks_sql_permissions" "files" {
  any_file = true

  privilege_assignments {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}

resource "databricks_sql_permissions" "sales" {
  database = "sales"

  privilege_assignments {
    principal  = "analysts"
    privileges = ["SELECT"]
  }
}
