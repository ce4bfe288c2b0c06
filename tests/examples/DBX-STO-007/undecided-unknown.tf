# Known only after the apply.

resource "databricks_grants" "all" {
  storage_credential = "lake"

  grant {
    principal  = "etl"
    privileges = [terraform_data.later.output]
  }
}

resource "terraform_data" "later" {
  input = "READ_FILES"
}
