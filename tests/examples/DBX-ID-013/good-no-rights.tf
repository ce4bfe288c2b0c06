# An inactive user has no rights.
#: --apply

resource "databricks_user" "bob" {
  user_name = "bob@example.com"
  active    = false
}

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    group_name       = "etl"
    permission_level = "CAN_VIEW"
  }
}
