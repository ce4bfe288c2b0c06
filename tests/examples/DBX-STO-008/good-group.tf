# A group.

resource "databricks_grants" "all" {
  external_location = "raw"

  grant {
    principal  = "etl"
    privileges = ["READ_FILES", "WRITE_FILES"]
  }
}
