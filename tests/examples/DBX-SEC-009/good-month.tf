# A month.

resource "databricks_service_principal_secret" "ci" {
  service_principal_id = "1234567890"
  lifetime             = "2592000s"
}
