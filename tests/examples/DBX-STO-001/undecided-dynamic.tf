# Whether there is a secret is known only after the apply.

resource "databricks_storage_credential" "lake" {
  name = "lake"

  dynamic "azure_service_principal" {
    for_each = terraform_data.later.output
    content {
      directory_id   = "d"
      application_id = "a"
      client_secret  = "hunter2-sto-001"
    }
  }
}

resource "terraform_data" "later" {
  input = [1]
}
