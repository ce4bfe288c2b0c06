# Another group of administrators.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    group_name       = "platform-admins"
    permission_level = "CAN_MANAGE"
  }
}
