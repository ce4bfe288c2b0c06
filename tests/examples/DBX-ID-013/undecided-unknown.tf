# Whether the user is active is known only after the apply.

resource "terraform_data" "later" {
  input = false
}

resource "databricks_user" "bob" {
  user_name = "bob@example.com"
  active    = terraform_data.later.output
}

resource "databricks_job" "job" {
  name = "nightly"
}

resource "databricks_permissions" "permissions" {
  job_id = databricks_job.job.id

  access_control {
    user_name        = "bob@example.com"
    permission_level = "CAN_VIEW"
  }
}
