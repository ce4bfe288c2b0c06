# Whose id this is the document does not show.
#: --apply

data "databricks_group" "admins" {
  display_name = "admins"
}

resource "databricks_group_member" "member" {
  group_id  = data.databricks_group.admins.id
  member_id = "4711"
}
