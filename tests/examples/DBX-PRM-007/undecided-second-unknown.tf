# Whether the entry names a person too is known only after the apply.

resource "terraform_data" "later" {
  input = "bob@example.com"
}

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    group_name       = "etl"
    user_name        = terraform_data.later.output
    permission_level = "CAN_VIEW"
  }
}
