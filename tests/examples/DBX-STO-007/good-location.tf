# Locations alone.

resource "databricks_grants" "all" {
  storage_credential = "lake"

  grant {
    principal  = "platform"
    privileges = ["CREATE_EXTERNAL_LOCATION"]
  }
}
