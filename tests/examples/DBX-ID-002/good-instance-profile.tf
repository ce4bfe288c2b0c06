# The role is an instance profile.
#: --apply

resource "databricks_user" "bob" {
  user_name = "bob@example.com"
}

resource "databricks_user_role" "role" {
  user_id = databricks_user.bob.id
  role    = "arn:aws:iam::123456789012:instance-profile/etl"
}
