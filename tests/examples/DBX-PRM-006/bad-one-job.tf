# Two sets of permissions on one job.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "team" {
  job_id = databricks_job.job.id

  access_control {
    group_name       = "etl"
    permission_level = "CAN_MANAGE_RUN"
  }
}

resource "databricks_permissions" "support" {
  job_id = databricks_job.job.id

  access_control {
    group_name       = "support"
    permission_level = "CAN_VIEW"
  }
}
