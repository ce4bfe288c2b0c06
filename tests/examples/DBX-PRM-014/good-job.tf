# A job with permissions.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    group_name       = "etl"
    permission_level = "CAN_MANAGE_RUN"
  }
}
