# A group with a member.
#: --apply

resource "databricks_group" "etl" {
  display_name = "etl"
}

resource "databricks_service_principal" "runner" {
  display_name = "runner"
}

resource "databricks_group_member" "member" {
  group_id  = databricks_group.etl.id
  member_id = databricks_service_principal.runner.id
}
