# A person owns the job.
#: --apply

resource "databricks_permissions" "nightly" {
  job_id = "1001"

  access_control {
    user_name        = "someone@example.com"
    permission_level = "IS_OWNER"
  }
}
