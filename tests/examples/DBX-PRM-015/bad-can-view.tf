# Whoever deploys gets less than it needs to change the job again.
#: --apply

data "databricks_current_user" "me" {}

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    service_principal_name = data.databricks_current_user.me.user_name
    permission_level       = "CAN_VIEW"
  }

  access_control {
    group_name       = "etl"
    permission_level = "CAN_MANAGE_RUN"
  }
}
