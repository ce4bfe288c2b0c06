# Who it is is known only after the apply.

resource "databricks_grants" "all" {
  external_location = "raw"

  grant {
    principal  = terraform_data.later.output
    privileges = ["READ_FILES"]
  }
}

resource "terraform_data" "later" {
  input = "etl"
}
