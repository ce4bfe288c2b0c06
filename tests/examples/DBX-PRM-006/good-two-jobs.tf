# Each job has one.
#: --apply

resource "databricks_job" "job" {
  for_each = toset(["nightly", "hourly"])
  name     = each.key
}

resource "databricks_permissions" "permissions" {
  for_each = databricks_job.job
  job_id   = each.value.id

  access_control {
    group_name       = "etl"
    permission_level = "CAN_MANAGE_RUN"
  }
}
