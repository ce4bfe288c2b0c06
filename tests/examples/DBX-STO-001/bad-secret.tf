# A secret.
#: --apply

resource "databricks_storage_credential" "lake" {
  name = "lake"

  azure_service_principal {
    directory_id   = "0f1e2d3c-0000-4222-8333-444455556666"
    application_id = "0f1e2d3c-1111-4222-8333-444455556666"
    client_secret  = "hunter2-sto-001"
  }
}
