# A service principal.

resource "databricks_pipeline" "bronze" {
  name = "bronze"

  run_as {
    service_principal_name = "7c1f0a4e-1111-4222-8333-444455556666"
  }
}
