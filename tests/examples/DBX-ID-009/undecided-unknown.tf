# Whom the job runs as is known only after the apply.

resource "terraform_data" "later" {
  input = "7c1f0a4e-1111-4222-8333-444455556666"
}

resource "databricks_service_principal" "runner" {
  display_name = "runner"
}

resource "databricks_permission_assignment" "assignment" {
  principal_id = databricks_service_principal.runner.id
  permissions  = ["ADMIN"]
}

resource "databricks_job" "job" {
  name = "nightly"

  run_as {
    service_principal_name = terraform_data.later.output
  }
}
