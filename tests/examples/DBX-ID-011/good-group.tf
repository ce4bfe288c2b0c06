# A group may.
#: --apply

resource "databricks_group" "etl" {
  display_name = "etl"
}

resource "databricks_group_instance_profile" "profile" {
  group_id            = databricks_group.etl.id
  instance_profile_id = "arn:aws:iam::123456789012:instance-profile/etl"
}
