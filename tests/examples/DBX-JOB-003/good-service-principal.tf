# A service principal owns the job.

resource "databricks_permissions" "nightly" {
  job_id = "1001"

  access_control {
    service_principal_name = "7c1f0a4e-1111-4222-8333-444455556666"
    permission_level       = "IS_OWNER"
  }
}
