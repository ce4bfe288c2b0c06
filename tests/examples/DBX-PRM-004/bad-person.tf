# A person has a right of their own.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    user_name        = "bob@example.com"
    permission_level = "CAN_MANAGE_RUN"
  }
}
