# The provider computes what nobody writes.

resource "databricks_service_principal_secret" "ci" {
  service_principal_id = "1234567890"
}
