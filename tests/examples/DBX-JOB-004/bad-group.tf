# A group is to own the job.

resource "databricks_permissions" "nightly" {
  job_id = "1001"

  access_control {
    group_name       = "etl"
    permission_level = "IS_OWNER"
  }
}
