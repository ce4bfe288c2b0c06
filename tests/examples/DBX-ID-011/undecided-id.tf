# Whose id this is the document does not show.
#: --apply

resource "databricks_group_instance_profile" "profile" {
  group_id            = "4711"
  instance_profile_id = "arn:aws:iam::123456789012:instance-profile/etl"
}
