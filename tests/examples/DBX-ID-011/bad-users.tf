# Everyone may use the instance profile.
#: --apply

data "databricks_group" "users" {
  display_name = "users"
}

resource "databricks_group_instance_profile" "profile" {
  group_id            = data.databricks_group.users.id
  instance_profile_id = "arn:aws:iam::123456789012:instance-profile/etl"
}
