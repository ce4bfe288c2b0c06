# Which job the permissions are for is known only after the apply.

resource "terraform_data" "later" {
  input = "12"
}

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = terraform_data.later.output

  access_control {
    group_name       = "etl"
    permission_level = "CAN_MANAGE_RUN"
  }
}
