# The level is known only after the apply.

resource "databricks_permissions" "nightly" {
  job_id = "1001"

  access_control {
    user_name        = "someone@example.com"
    permission_level = terraform_data.later.output
  }
}

resource "terraform_data" "later" {
  input = "IS_OWNER"
}
