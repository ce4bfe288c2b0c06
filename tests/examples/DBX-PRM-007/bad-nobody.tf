# An entry for nobody.
#: --apply

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    permission_level = "CAN_VIEW"
  }
}
