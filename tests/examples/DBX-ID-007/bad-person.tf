# A person becomes a member of admins.
#: --apply

data "databricks_group" "admins" {
  display_name = "admins"
}

resource "databricks_user" "bob" {
  user_name = "bob@example.com"
}

resource "databricks_group_member" "member" {
  group_id  = data.databricks_group.admins.id
  member_id = databricks_user.bob.id
}
