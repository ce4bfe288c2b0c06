# A group becomes a member of admins.
#: --apply

data "databricks_group" "admins" {
  display_name = "admins"
}

resource "databricks_group" "platform" {
  display_name = "platform-admins"
}

resource "databricks_group_member" "member" {
  group_id  = data.databricks_group.admins.id
  member_id = databricks_group.platform.id
}
