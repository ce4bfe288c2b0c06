# The level is known only after the apply.

resource "databricks_permissions" "nightly" {
  job_id = "1001"

  access_control {
    group_name       = "etl"
    permission_level = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "IS_OWNER"
}
