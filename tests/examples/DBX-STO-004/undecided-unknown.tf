# Known only after the apply.

resource "databricks_external_location" "raw" {
  name            = "raw"
  url             = terraform_data.later.output
  credential_name = "lake"
}

resource "terraform_data" "later" {
  input = "s3://x"
}
