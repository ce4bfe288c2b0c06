# Files by the credential itself.
#: --apply

resource "databricks_grants" "all" {
  storage_credential = "lake"

  grant {
    principal  = "etl"
    privileges = ["CREATE_EXTERNAL_LOCATION", "READ_FILES"]
  }
}
