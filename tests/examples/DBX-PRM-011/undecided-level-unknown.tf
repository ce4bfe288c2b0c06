# Which level it is, is known only after the apply.

resource "terraform_data" "later" {
  input = "CAN_READ"
}

resource "databricks_permissions" "permissions" {
  sql_query_id = "6a1f2b3c"

  access_control {
    group_name       = "analysts"
    permission_level = terraform_data.later.output
  }
}
