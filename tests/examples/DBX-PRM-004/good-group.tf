# A group has the right, and a service principal owns the job.
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

  access_control {
    service_principal_name = "7c1f0a4e-1111-4222-8333-444455556666"
    permission_level       = "IS_OWNER"
  }
}
