# Known only after the apply.

resource "databricks_volume" "files" {
  name             = "files"
  catalog_name     = "main"
  schema_name      = "raw"
  volume_type      = "EXTERNAL"
  storage_location = terraform_data.later.output
}

resource "terraform_data" "later" {
  input = "x"
}
