# Somebody else owns the job; whether who deploys is an administrator nothing says.
#: --apply

data "databricks_current_user" "me" {}

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    service_principal_name = "9b2d4c10-5555-4666-8777-888899990000"
    permission_level       = "IS_OWNER"
  }
}
