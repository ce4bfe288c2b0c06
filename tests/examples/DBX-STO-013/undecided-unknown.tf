# Known only after the apply.

resource "databricks_metastore" "main" {
  name                    = "main"
  region                  = "westeurope"
  external_access_enabled = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = true
}
