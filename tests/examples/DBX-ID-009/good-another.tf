# An administrator deploys, another service principal runs the job.
#: --apply

resource "databricks_service_principal" "deployer" {
  display_name = "deployer"
}

resource "databricks_service_principal" "runner" {
  display_name = "runner"
}

resource "databricks_permission_assignment" "assignment" {
  principal_id = databricks_service_principal.deployer.id
  permissions  = ["ADMIN"]
}

resource "databricks_job" "job" {
  name = "nightly"

  run_as {
    service_principal_name = databricks_service_principal.runner.application_id
  }
}
