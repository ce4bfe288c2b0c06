# One entry for a group and a person.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    group_name       = "etl"
    user_name        = "bob@example.com"
    permission_level = "CAN_VIEW"
  }
}
