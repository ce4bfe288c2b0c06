# An inactive user can still see the job.
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
    user_name        = "bob@example.com"
    permission_level = "CAN_VIEW"
  }
}
