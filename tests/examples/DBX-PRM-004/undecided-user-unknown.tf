# Whose user name this is, is known only after the apply.

resource "terraform_data" "later" {
  input = "bob@example.com"
}

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    user_name        = terraform_data.later.output
    permission_level = "CAN_MANAGE_RUN"
  }
}
